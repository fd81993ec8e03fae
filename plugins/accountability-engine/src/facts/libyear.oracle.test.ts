import fc from 'fast-check';
import { defaultSettings } from '../defaultSettings';
import { exampleService } from '../measureExample';
import { measurePrepared } from '../measureFact';
import { prepareFacts } from '../prepareFacts';
import { nothingSupplied } from '../supply';
import { referenceNow } from '../testing';
import { DAY } from '../time';
import { SupplyPast, supplyPasts } from './__testUtils__/supplyPast';
import { libyear } from './libyear';

function measure(past: SupplyPast, now = referenceNow) {
  const prepared = prepareFacts({
    now,
    service: exampleService,
    records: [],
    collectedKinds: ['report'],
    sourceKinds: ['report'],
    settings: defaultSettings,
    supply: {
      ...nothingSupplied,
      releases: past.releases,
      bills: [...past.bills],
    },
  });
  return measurePrepared(libyear, prepared);
}

/** The plainest arithmetic: years behind of each that is known, or undefined where it must be unknown. */
function yearsByHand(past: SupplyPast, now: number): number[] | undefined {
  const used = new Set<string>();
  for (const { tellsDirect, components } of past.bills) {
    for (const one of tellsDirect ? components : []) {
      if (one.direct) used.add(one.purl);
    }
  }
  const years: number[] = [];
  for (const purl of used) {
    const [name, version = ''] = purl.split('@');
    const known = past.releases.get(name);
    const mine = known?.releasedAt.get(version) ?? Infinity;
    let last = -Infinity;
    for (const { at } of known?.newest ?? []) {
      if (at <= now && at > last) last = at;
    }
    if (mine <= now && last > -Infinity) {
      years.push(last > mine ? (last - mine) / (365.25 * DAY) : 0);
    }
  }
  return used.size > 0 && years.length * 2 >= used.size ? years : undefined;
}

/** What the fact must say to an answer by hand. */
function expectation(years: number[] | undefined) {
  if (!years) return { status: 'unknown' };
  const mean = years.reduce((sum, each) => sum + each, 0) / years.length;
  return {
    status: 'known',
    value: expect.closeTo(mean, 9),
    sampleSize: years.length,
  };
}

const says = ({ value }: ReturnType<typeof measure>) =>
  value.status === 'known' ? value.value : value.reason;

it('says what the plainest arithmetic says', () => {
  let told = 0;
  fc.assert(
    fc.property(supplyPasts, past => {
      const { value } = measure(past);

      const years = yearsByHand(past, referenceNow);
      expect(value).toMatchObject(expectation(years));
      if (years?.some(each => each > 0)) told++;
    }),
    { numRuns: 2000 },
  );

  // A comparison of unknowns and zeros alone would prove nothing.
  expect(told).toBeGreaterThan(200);
});

it('says the same in any order of bills and components', () => {
  fc.assert(
    fc.property(supplyPasts, past => {
      const turned = [...past.bills].reverse().map(bill => ({
        ...bill,
        components: [...bill.components].reverse(),
      }));

      expect(says(measure({ ...past, bills: turned }))).toBe(
        says(measure(past)),
      );
    }),
  );
});

it('moves by time alone only when it said it would', () => {
  let moved = 0;
  fc.assert(
    fc.property(supplyPasts, past => {
      const now = measure(past);
      const { nextChangeAt = referenceNow + 400 * DAY } = now;

      expect(says(measure(past, nextChangeAt - 1))).toBe(says(now));
      if (says(measure(past, nextChangeAt)) !== says(now)) moved++;
    }),
    { numRuns: 1000 },
  );

  expect(moved).toBeGreaterThan(50);
});

it('names the dependency that is farthest behind, and how many are unknown', () => {
  const value = measure({
    releases: new Map([
      [
        'pkg:npm/a',
        {
          releasedAt: new Map([['1.0.0', referenceNow - 2 * 365.25 * DAY]]),
          newest: [{ version: '2.0.0', at: referenceNow - 365.25 * DAY }],
        },
      ],
    ]),
    bills: [
      {
        report: 'r1',
        at: referenceNow,
        tellsDirect: true,
        components: ['a', 'own'].map(name => ({
          purl: `pkg:npm/${name}@1.0.0`,
          package: `pkg:npm/${name}`,
          version: '1.0.0',
          direct: true,
        })),
      },
    ],
  }).value;

  expect(value).toMatchObject({
    evidence: ['r1'],
    parts: [{ key: 'pkg:npm/a@1.0.0', value: 1, records: [] }],
    because:
      '1 direct dependency is 1.0 years behind on average, farthest a 1.0.0, 1.0 years behind 2.0.0; of 1 more it is not known when they were released; by the newest bill, since none is of a deployed commit.',
  });
});
