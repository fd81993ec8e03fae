import fc from 'fast-check';
import { ChangePoint, rebuildSpans } from './rebuildSpans';

const point: fc.Arbitrary<ChangePoint> = fc.record({
  entityRef: fc.constant('component:default/pay'),
  at: fc.integer({ min: 0, max: 12 }),
  owner: fc.constantFrom('group:default/a', 'group:default/b', null),
  origin: fc.constantFrom('catalog', 'import'),
});

/** Who owned at an instant, by looking through all points one after the other. */
function ownerByHand(points: ChangePoint[], at: number) {
  const before = points.filter(one => one.at <= at);
  if (before.length === 0) return undefined;
  const latest = Math.max(...before.map(one => one.at));
  const there = before.filter(one => one.at === latest);
  const imports = there.filter(one => one.origin === 'import');
  const best = imports.length ? imports : there;
  return best
    .map(one => one.owner ?? '')
    .sort()
    .at(-1);
}

describe('rebuildSpans', () => {
  it('gives the owner that a search through all points gives', () => {
    fc.assert(
      fc.property(
        fc.array(point),
        fc.integer({ min: 0, max: 14 }),
        (points, at) => {
          const span = rebuildSpans(points).find(
            one => one.at <= at && (one.to === null || at < one.to),
          );

          expect(span && (span.owner ?? '')).toBe(ownerByHand(points, at));
        },
      ),
    );
  });

  it('depends neither on the order of points nor on how they are split', () => {
    const shuffled = fc
      .array(point)
      .chain(points =>
        fc.tuple(
          fc.constant(points),
          fc.shuffledSubarray(points, { minLength: points.length }),
          fc.nat(points.length),
        ),
      );
    fc.assert(
      fc.property(shuffled, ([points, other, cut]) => {
        const atOnce = rebuildSpans(points);
        const inTwo = rebuildSpans([
          ...rebuildSpans(other.slice(0, cut)),
          ...other.slice(cut),
        ]);

        expect(inTwo).toEqual(atOnce);
      }),
    );
  });
});
