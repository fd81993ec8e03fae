import { Collected } from 'backstage-plugin-accountability-node';
import { joinCollected } from './joinCollected';

const accepted: Collected = { status: 'accepted', events: [] };
const ignored: Collected = { status: 'ignored', because: 'nothing' };
const unsupported: Collected = { status: 'unsupported', because: 'unknown' };
const rejected: Collected = { status: 'rejected', because: 'broken' };

describe('joinCollected', () => {
  it('takes a batch of which anything is taken, and refuses the rest', () => {
    const joined = joinCollected([rejected, ignored, accepted, unsupported]);

    expect(joined).toEqual({
      status: 'accepted',
      events: [],
      refused: [
        { line: 1, because: 'broken' },
        { line: 4, because: 'unknown' },
      ],
    });
  });

  it.each([
    { given: [ignored, ignored], gives: 'ignored' },
    { given: [ignored, unsupported], gives: 'unsupported' },
    { given: [unsupported, rejected, ignored], gives: 'rejected' },
  ])('finds $given.length parts, none taken, $gives', ({ given, gives }) => {
    expect(joinCollected(given).status).toBe(gives);
  });

  it('says of how many none was taken, and why one was not', () => {
    expect(joinCollected([ignored, rejected])).toEqual({
      status: 'rejected',
      because:
        'None of the 2 events of the batch was taken. One of them: broken',
    });
  });

  it('is the verdict of the only one', () => {
    expect(joinCollected([rejected])).toEqual(rejected);
  });
});
