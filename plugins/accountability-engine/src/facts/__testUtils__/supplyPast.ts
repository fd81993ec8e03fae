import fc from 'fast-check';
import { Bill, componentOf, PackageHistory } from '../../supply';
import { referenceNow } from '../../testing';
import { DAY } from '../../time';

/** What a service is built from, and when its packages were released, some of it after the reference instant. */
export interface SupplyPast {
  bills: Bill[];
  releases: Map<string, PackageHistory>;
}

const names = ['pkg:npm/a', 'pkg:npm/b', 'pkg:maven/c/c', 'pkg:npm/own'];
const versions = ['1.0.0', '1.1.0', '2.0.0', '3.0.0'];

const at = fc
  .integer({ min: -60, max: 12 })
  .map(months => referenceNow + months * 30 * DAY);

const history: fc.Arbitrary<PackageHistory> = fc
  .uniqueArray(
    fc.record({
      version: fc.constantFrom(...versions),
      at,
      isNewest: fc.constantFrom(true, true, false),
    }),
    { selector: ({ version }) => version, minLength: 2, maxLength: 4 },
  )
  .map(released => ({
    releasedAt: new Map(released.map(one => [one.version, one.at])),
    newest: released
      .filter(({ isNewest }) => isNewest)
      .sort((a, b) => a.at - b.at),
  }));

const component = fc
  .record({
    name: fc.constantFrom(...names),
    version: fc.constantFrom(...versions, ...versions, undefined),
    direct: fc.constantFrom(true, true, false),
  })
  .map(({ name, version, direct }) =>
    componentOf({
      purl: version === undefined ? name : `${name}@${version}`,
      direct,
    }),
  );

const bill = fc
  .record({
    tellsDirect: fc.constantFrom(true, true, true, false),
    components: fc.array(component, { maxLength: 8 }),
  })
  .map(({ tellsDirect, components }) => ({
    report: '',
    sha: 'c1',
    at: referenceNow - DAY,
    tellsDirect,
    components: components.map(one => ({
      ...one,
      direct: tellsDirect && one.direct,
    })),
  }));

/** Bills of one commit by up to two tools, and histories of some of the packages. */
export const supplyPasts: fc.Arbitrary<SupplyPast> = fc.record({
  bills: fc
    .array(bill, { minLength: 1, maxLength: 2 })
    .map(bills => bills.map((one, place) => ({ ...one, report: `r${place}` }))),
  releases: fc
    .tuple(...names.slice(0, 3).map(() => fc.option(history, { freq: 8 })))
    .map(
      histories =>
        new Map(
          histories.flatMap((one, place) =>
            one ? [[names[place], one] as const] : [],
          ),
        ),
    ),
});
