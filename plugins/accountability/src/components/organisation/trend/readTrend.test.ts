import { OrganisationTrend } from 'backstage-plugin-accountability-common';
import { readTrend } from './readTrend';

/** `not passing/known`, week by week. */
const trend = (weeks: string): OrganisationTrend => ({
  burden: 'pipeline',
  points: weeks.split(' ').map((week, at) => {
    const [notPassing, known] = week.split('/').map(Number);
    return { at, notPassing, known };
  }),
});

describe('readTrend', () => {
  it.each([
    { given: '1/10 2/10 3/10', now: 30, moved: 20, unknown: 0 },
    { given: '3/10 0/0 1/10', now: 10, moved: -20, unknown: 1 },
    { given: '0/0 2/10 2/10', now: 20, moved: 0, unknown: 1 },
    { given: '0/0 0/0 2/10', now: 20, moved: undefined, unknown: 2 },
    { given: '2/10 2/10 0/0', now: undefined, moved: undefined, unknown: 1 },
    { given: '0/0 0/0', now: undefined, moved: undefined, unknown: 2 },
  ])(
    '$given is $now % now, moved by $moved points and was unknown $unknown times',
    ({ given, now, moved, unknown }) => {
      expect(readTrend(trend(given))).toMatchObject({ now, moved, unknown });
    },
  );

  it('has no value where nothing was known, not even a zero', () => {
    expect(readTrend(trend('0/0 0/9')).values).toEqual([
      { at: 0 },
      { at: 1, value: 0 },
    ]);
  });
});
