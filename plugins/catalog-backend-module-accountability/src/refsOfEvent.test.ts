import { refsOfEvent } from './refsOfEvent';

describe('refsOfEvent', () => {
  it.each([
    { given: { entityRefs: ['a', 'b', 'a'] }, gives: ['a', 'b'] },
    { given: { entityRefs: ['a', 1, null] }, gives: ['a'] },
    { given: { entityRefs: 'a' }, gives: [] },
    { given: {}, gives: [] },
    { given: null, gives: [] },
    { given: 'a', gives: [] },
  ])('reads $gives out of $given', ({ given, gives }) => {
    expect(refsOfEvent(given)).toEqual(gives);
  });

  it('takes no more than an event may name', () => {
    const entityRefs = Array.from({ length: 501 }, (_, i) => `${i}`);

    expect(refsOfEvent({ entityRefs })).toHaveLength(500);
  });
});
