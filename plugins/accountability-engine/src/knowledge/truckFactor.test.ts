import fc from 'fast-check';
import { Area } from './Area';
import { degreeOfAuthorship } from './degreeOfAuthorship';
import { truckFactor } from './truckFactor';

/** Written `x5* y5`: x made five deliveries and the first of all, y five. */
const area = (path: string, text: string): Area => ({
  path,
  shares: text.split(' ').map(share => ({
    who: share[0],
    deliveries: Number(share.slice(1).replace('*', '')),
    first: share.endsWith('*'),
  })),
});
const areasIn = (files: object) =>
  Object.entries(files).map(([path, text]) => area(path, text));

describe('the degree of authorship', () => {
  it.each([
    { first: true, own: 5, others: 0, gives: 5.211 },
    { first: false, own: 1, others: 20, gives: 2.48 },
  ])('is $gives with $own own, $others of others', ({ gives, ...given }) => {
    expect(degreeOfAuthorship(given)).toBeCloseTo(gives, 3);
  });
});

describe('the truck factor', () => {
  it.each([
    {
      given: 'one who authored three of four',
      files: { a: 'x9*', b: 'x4* y1', c: 'x3*', d: 'y2*' },
      gives: 1,
    },
    {
      given: 'areas spread over three',
      files: { a: 'x5* y5', b: 'y3* x3', c: 'z3*', d: 'z3* x3' },
      gives: 3,
    },
    { given: 'one area of one', files: { a: 'x1*' }, gives: 1 },
    { given: 'one area of two', files: { a: 'x9* y20' }, gives: 2 },
    {
      given: 'areas that nobody is an author of',
      files: { a: 'x1 y1 z1' },
      gives: undefined,
    },
  ])('is $gives of $given', ({ files, gives }) => {
    expect(truckFactor(areasIn(files))).toBe(gives);
  });

  it('is not known of nothing', () => {
    expect(truckFactor([])).toBeUndefined();
  });

  const areas = fc
    .array(
      fc.uniqueArray(
        fc.record({
          who: fc.constantFrom('u', 'v', 'w', 'x', 'y', 'z'),
          deliveries: fc.nat(12),
          first: fc.boolean(),
        }),
        { selector: ({ who }) => who, minLength: 1 },
      ),
      { maxLength: 12 },
    )
    .map(all => all.map((shares, index) => ({ path: `${index}`, shares })));

  it('hangs on no order', () => {
    fc.assert(
      fc.property(areas, given => {
        const turned = [...given]
          .reverse()
          .map(one => ({ ...one, shares: [...one.shares].reverse() }));

        expect(truckFactor(turned)).toBe(truckFactor(given));
      }),
      { numRuns: 500 },
    );
  });

  it('is at least that of the fewest who must go, and at most all authors', () => {
    fc.assert(
      fc.property(areas, given => {
        const factor = truckFactor(given);

        const people = new Set(
          given.flatMap(({ shares }) => shares.map(({ who }) => who)),
        );
        if (factor === undefined) return;
        expect(factor).toBeGreaterThanOrEqual(1);
        expect(factor).toBeLessThanOrEqual(people.size);
      }),
    );
  });
});
