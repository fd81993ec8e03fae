import fc from 'fast-check';
import { DAY } from '../time';
import { bruteForceDelivery } from './__testUtils__/bruteForceDelivery';
import { deliveryHistories } from './__testUtils__/deliveryHistories';
import { ownerAtInstant, Past, Told } from './__testUtils__/deliveryPast';
import {
  deliveryFacts,
  measureDelivery,
  measureOne,
  prepareDelivery,
  recordsOf,
  toldBy,
} from './__testUtils__/measureDelivery';

/** Two ways to one number differ in the last digits. */
function near(given: unknown): unknown {
  if (typeof given === 'number') return expect.closeTo(given, 6);
  if (Array.isArray(given)) return given.map(near);
  if (typeof given !== 'object' || given === null) return given;
  return Object.fromEntries(
    Object.entries(given).map(([key, value]) => [key, near(value)]),
  );
}

/** What the engine says of every fact, by id. */
function tell(past: Past, prepared = prepareDelivery(past)) {
  const measured = Object.entries(measureDelivery(past, prepared));
  return Object.fromEntries(measured.map(([id, one]) => [id, toldBy(one)]));
}

const shuffled = <T>(list: readonly T[]) =>
  fc.shuffledSubarray([...list], { minLength: list.length });

describe('the facts of delivery', () => {
  it('are what brute force finds in thousands of histories', () => {
    fc.assert(
      fc.property(deliveryHistories, past => {
        expect(tell(past)).toEqual(near(bruteForceDelivery(past)));
      }),
      { numRuns: 2500 },
    );
  });

  it('are asked for everything by these histories', () => {
    const counts = new Map<string, number>();
    for (const past of fc.sample(deliveryHistories, { numRuns: 1500 })) {
      for (const [id, answer] of Object.entries(bruteForceDelivery(past))) {
        for (const each of featuresOf(answer)) {
          const key = `${id} ${each}`;
          counts.set(key, (counts.get(key) ?? 0) + 1);
        }
      }
    }

    const rungs = ['explicit', 'linked', 'remediation', 'temporal'];
    const wanted = [
      ...deliveryFacts.flatMap(({ id }) => [`${id} known`, `${id} not zero`]),
      ...deliveryFacts.map(({ id }) => `${id} unknown`),
      ...rungs.map(rung => `reliability.change_fail_rate of ${rung}`),
      ...['rollback', 'revert', 'hotfix'].map(
        kind => `reliability.deployment_rework_rate of ${kind}`,
      ),
      ...['berlin', 'chatham', 'santiago', 'nowhere', 'none'].map(
        owner => `reliability.incidents of group:default/${owner}`,
      ),
      'reliability.incidents of unknown',
    ];
    const seldom = wanted.filter(key => (counts.get(key) ?? 0) < 20);
    expect(seldom).toEqual([]);
  });

  it('do not depend on the order of records, owners, charges and decisions', () => {
    const both = deliveryHistories.chain(past =>
      fc.tuple(
        fc.constant(past),
        shuffled(recordsOf(past)),
        shuffled(past.spans),
        shuffled(past.foreign),
      ),
    );
    fc.assert(
      fc.property(both, ([past, records, spans, foreign]) => {
        const other = { ...past, spans, foreign };

        expect(measureDelivery(other, prepareDelivery(other, records))).toEqual(
          measureDelivery(past),
        );
      }),
      { numRuns: 500 },
    );
  });

  it('are not moved by records that lie ahead', () => {
    fc.assert(
      fc.property(deliveryHistories, fc.nat(60), (past, days) => {
        const then = { ...past, now: past.now - days * DAY };
        const begun = recordsOf(then).filter(
          ({ startedAt }) => startedAt <= then.now,
        );

        expect(tell(then, prepareDelivery(then, begun))).toEqual(tell(then));
      }),
      { numRuns: 500 },
    );
  });

  it('stay as they are until the instant they name', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(deliveryHistories, share, (past, part) => {
        const prepared = prepareDelivery(past);
        for (const fact of deliveryFacts) {
          const measured = measureOne(fact, past, prepared);
          const due = Math.min(
            measured.nextChangeAt ?? Infinity,
            prepared.nextRecordAt ?? Infinity,
            past.now + 20 * DAY,
          );
          const later = past.now + Math.floor((due - 1 - past.now) * part);
          for (const now of [later, due - 1]) {
            const then = measureOne(fact, { ...past, now });
            expect([fact.id, toldBy(then)]).toEqual([
              fact.id,
              toldBy(measured),
            ]);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('charge who owned the service then, and name only records there are', () => {
    fc.assert(
      fc.property(deliveryHistories, past => {
        const prepared = prepareDelivery(past);
        const { attributions } = prepared.context;
        const ids = new Set([
          ...recordsOf(past).map(({ id }) => id),
          ...past.foreign.map(({ incident }) => incident.id),
          ...past.foreign.map(({ attribution }) => attribution.remedy?.record),
        ]);
        const began = new Map(
          past.deployments.map(({ id, startedAt }) => [id, startedAt]),
        );

        for (const link of attributions.values()) {
          expect(link.incidentOwner).toMatchObject(
            owned(past, link.incidentStartedAt),
          );
          const at = began.get(link.cause ?? '');
          if (at === undefined || link.causeService || link.decision) continue;
          expect(link.causeOwner).toMatchObject(owned(past, at));
        }
        for (const answer of Object.values(tell(past, prepared))) {
          const parts =
            'value' in answer ? Object.values(answer.parts ?? {}) : [];
          const ofParts = parts.flatMap(({ records }) => records);
          expect(answer.evidence.filter(id => !ids.has(id))).toEqual([]);
          expect(ofParts.filter(id => !answer.evidence.includes(id))).toEqual(
            [],
          );
        }
      }),
      { numRuns: 300 },
    );
  });
});

function featuresOf(answer: Told): string[] {
  if ('reason' in answer) return ['unknown'];
  const parts = Object.entries(answer.parts ?? {});
  return [
    'known',
    ...(answer.value === 0 ? ['zero'] : ['not zero']),
    ...parts.filter(([, { value }]) => value > 0).map(([key]) => `of ${key}`),
  ];
}

function owned(past: Past, at: number) {
  const owner = ownerAtInstant(past, at);
  return owner === undefined
    ? { status: 'unknown' }
    : { status: 'known', owner };
}
