import fc from 'fast-check';
import { areasOf } from './areasOf';
import { AuthorshipDay } from './AuthorshipDay';
import { countChanges } from './countChanges';
import { truckFactor } from './truckFactor';

const row = (given: Partial<AuthorshipDay>): AuthorshipDay => ({
  area: 'src',
  contributor: 'x',
  day: 0,
  changes: 1,
  reviews: 0,
  ...given,
});
const byChanges = ({ changes }: AuthorshipDay) => changes;

/** Written `x5* y5`: x made five changes and the first of all, y five the day after. */
const rowsIn = (files: object) =>
  Object.entries(files).flatMap(([area, text]: [string, string]) =>
    text.split(' ').map(share =>
      row({
        area,
        contributor: share[0],
        changes: Number(share.slice(1).replace('*', '')),
        day: share.endsWith('*') ? 0 : 1,
      }),
    ),
  );

const day = fc.record({
  area: fc.constantFrom('a', 'b', 'c'),
  contributor: fc.constantFrom('u', 'v', 'w', 'x'),
  day: fc.nat(5),
  changes: fc.nat(4),
  reviews: fc.nat(2),
});

describe('areas of rows', () => {
  it.each([
    { files: { a: 'x9*', b: 'x4* y1', c: 'x3*', d: 'y2*' }, gives: 1 },
    {
      files: { a: 'x5* y5', b: 'y3* x3', c: 'z3*', d: 'z3* x3' },
      gives: 3,
    },
  ])('have a truck factor of $gives for $files', ({ files, gives }) => {
    expect(truckFactor(areasOf(rowsIn(files), byChanges))).toBe(gives);
  });

  it('have as first whoever changed them earliest, all of the same day, and no reviewer', () => {
    const [area] = areasOf(
      [
        row({ contributor: 'r', day: 0, changes: 0, reviews: 3 }),
        row({ contributor: 'x', day: 1 }),
        row({ contributor: 'y', day: 1 }),
        row({ contributor: 'z', day: 2 }),
      ],
      byChanges,
    );

    const first = area.shares.filter(share => share.first);
    expect(first.map(({ who }) => who)).toEqual(['x', 'y']);
  });

  it('have what the plainest sums give, in any order', () => {
    fc.assert(
      fc.property(fc.array(day, { maxLength: 30 }), rows => {
        const weigh = (one: AuthorshipDay) => one.changes + one.reviews / 2;

        const areas = areasOf([...rows].reverse(), weigh);

        expect(areas.map(({ path }) => path).sort()).toEqual(
          [...new Set(rows.map(({ area }) => area))].sort(),
        );
        for (const { path, shares } of areas) {
          const own = rows.filter(({ area }) => area === path);
          const made = own.filter(({ changes }) => changes > 0);
          const since = Math.min(...made.map(one => one.day));
          for (const { who, deliveries, first } of shares) {
            const theirs = own.filter(one => one.contributor === who);
            expect(deliveries).toBe(
              theirs.reduce((sum, one) => sum + weigh(one), 0),
            );
            expect(first).toBe(
              theirs.some(one => one.changes > 0 && one.day === since),
            );
          }
        }
      }),
    );
  });
});

describe('the number of changes', () => {
  it.each([
    { given: 'one row', rows: [row({ changes: 3 })], gives: 3 },
    {
      given: 'a change to two areas',
      rows: [row({ area: 'a' }), row({ area: 'b' })],
      gives: 1,
    },
    {
      given: 'one a day and one of another contributor',
      rows: [row({}), row({ day: 1 }), row({ contributor: 'y' })],
      gives: 3,
    },
    {
      given: 'rows of the same day and area',
      rows: [row({ changes: 2 }), row({ changes: 3 }), row({ area: 'b' })],
      gives: 5,
    },
    {
      given: 'reviews only',
      rows: [row({ changes: 0, reviews: 9 })],
      gives: 0,
    },
  ])('is at least $gives of $given', ({ rows, gives }) => {
    expect(countChanges(rows)).toBe(gives);
  });
});
