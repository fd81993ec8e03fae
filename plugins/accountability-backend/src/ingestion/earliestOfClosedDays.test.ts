import { earliestOfClosedDays } from './earliestOfClosedDays';

const now = Date.parse('2026-11-23T12:00:00Z');
const midnight = Date.parse('2026-11-23T00:00:00Z');

describe('earliestOfClosedDays', () => {
  it.each([
    { given: 'nothing', at: [], gives: undefined },
    { given: 'an event of now', at: [now], gives: undefined },
    { given: 'an event of this midnight', at: [midnight], gives: undefined },
    { given: 'an event ahead of now', at: [now + 5], gives: undefined },
    {
      given: 'the last instant of yesterday',
      at: [now, midnight - 1],
      gives: midnight - 1,
    },
    { given: 'events of two closed days', at: [7, 3, 9], gives: 3 },
  ])('gives $gives for $given', ({ at, gives }) => {
    const told = at.map(each => ({ at: each }));

    expect(earliestOfClosedDays(told, now)).toBe(gives);
  });
});
