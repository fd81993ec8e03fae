import { dropCoveredPushes } from './dropCoveredPushes';
import { merged } from './testing';

const request = merged('request', { sha: 'a' });

describe('of merged requests and pushes', () => {
  it.each([
    {
      given: 'the push that is the merge of a request',
      push: merged('push', { origin: 'push', sha: 'a' }),
      gives: ['request'],
    },
    {
      given: 'a push of another commit',
      push: merged('push', { origin: 'push', sha: 'b' }),
      gives: ['request', 'push'],
    },
    {
      given: 'a push that names no commit',
      push: merged('push', { origin: 'push' }),
      gives: ['request', 'push'],
    },
  ])('$gives stay with $given', ({ push, gives }) => {
    expect(dropCoveredPushes([request, push]).map(({ id }) => id)).toEqual(
      gives,
    );
  });

  it('a push stays where the request of its commit was not merged', () => {
    const closed = merged('closed', { sha: 'a', state: 'closed' });
    const push = merged('push', { origin: 'push', sha: 'a' });

    expect(dropCoveredPushes([closed, push])).toHaveLength(2);
  });
});
