import fc from 'fast-check';
import {
  FindingRecord,
  recordKinds,
  ServiceRecord,
} from 'backstage-plugin-accountability-common';
import { defaultSettings } from '../defaultSettings';
import { exampleService } from '../measureExample';
import { measurePrepared } from '../measureFact';
import { prepareFacts } from '../prepareFacts';
import { built, found, merged, referenceNow } from '../testing';
import { DAY, HOUR } from '../time';
import { FactDefinition } from './defineFact';
import { highSeverityTimeToFix } from './highSeverityTimeToFix';
import { knownExploitedOpenDays } from './knownExploitedOpenDays';
import { oldestLiveSecret } from './oldestLiveSecret';
import { runsPerMerge } from './runsPerMerge';

/** Instants at which windows and reaches end, a millisecond around them. */
const instant = (...days: number[]) =>
  fc
    .tuple(
      fc.constantFrom(-1, 0, 1, ...days),
      fc.constantFrom(-1, 0, 1, HOUR, 5 * HOUR),
    )
    .map(([day, ms]) => referenceNow - day * DAY + ms);

const findings = fc
  .array(
    fc.record({
      startedAt: instant(7, 8, 9, 30, 89, 90, 200),
      days: fc.constantFrom(0, 1, 2, 2, 60, 90),
      state: fc.constantFrom<FindingRecord['state'][]>(
        'open',
        'fixed',
        'fixed',
        'fixed',
        'dismissed',
      ),
      severity: fc.constantFrom<FindingRecord['severity'][]>('high', 'low'),
      category: fc.constantFrom<FindingRecord['category'][]>(
        'secret',
        'secret',
        'code',
      ),
      live: fc.constantFrom(true, false, undefined),
      knownExploited: fc.constantFrom(true, true, false),
    }),
    { maxLength: 20, size: 'max' },
  )
  .map(list =>
    list.map(({ days, ...given }, index) =>
      found(`f${index}`, {
        ...given,
        endedAt:
          given.state === 'open' ? undefined : given.startedAt + days * DAY,
      }),
    ),
  );

const load = fc
  .array(
    fc.record({
      at: instant(2, 27, 28, 29, 40, 55, 56, 57),
      isRun: fc.boolean(),
      isOdd: fc.constantFrom(false, false, false, true, undefined),
    }),
    { minLength: 60, maxLength: 140, size: 'max' },
  )
  .map(list =>
    list.map(({ at, isRun, isOdd }, index) =>
      isRun
        ? built(`r${index}`, {
            unit: 'run',
            startedAt: at,
            defaultBranch: isOdd,
          })
        : merged(`c${index}`, { endedAt: at, defaultBranch: !isOdd }),
    ),
  );

const cases: {
  fact: FactDefinition;
  histories: fc.Arbitrary<ServiceRecord[]>;
}[] = [
  { fact: runsPerMerge, histories: load },
  { fact: highSeverityTimeToFix, histories: findings },
  { fact: knownExploitedOpenDays, histories: findings },
  { fact: oldestLiveSecret, histories: findings },
];

/** All that a fact says, the sentence too where it names no day; stamps move with the clock. */
function tell(
  fact: FactDefinition,
  records: readonly ServiceRecord[],
  now = referenceNow,
) {
  const prepared = prepareFacts({
    now,
    service: exampleService,
    records: [...records],
    collectedKinds: [...recordKinds],
    sourceKinds: [...recordKinds],
    settings: defaultSettings,
  });
  const { value, nextChangeAt = referenceNow + 30 * DAY } = measurePrepared(
    fact,
    prepared,
  );
  return {
    next: Math.min(nextChangeAt, prepared.nextRecordAt ?? Infinity),
    isKnown: value.status === 'known' && value.value !== 0,
    says: {
      value: value.status === 'known' ? value.value : value.reason,
      parts: value.status === 'known' ? value.parts : undefined,
      sampleSize: value.sampleSize,
      evidence: value.evidence,
      because: fact.windowDays === 0 ? value.because : undefined,
    },
  };
}

describe.each(cases)('$fact.id', ({ fact, histories }) => {
  it('says the same until the instant it names, and something often', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    let said = 0;
    fc.assert(
      fc.property(histories, share, (records, part) => {
        const now = tell(fact, records);
        const between = Math.floor((now.next - 1 - referenceNow) * part);

        said += now.isKnown ? 1 : 0;
        for (const at of [now.next - 1, referenceNow + between]) {
          expect(tell(fact, records, at).says).toEqual(now.says);
        }
      }),
      { numRuns: 400 },
    );
    expect(said).toBeGreaterThan(40);
  });

  it('needs nothing that ended before its horizon', () => {
    const from = referenceNow - (fact.windowDays + (fact.lateDays ?? 0)) * DAY;
    fc.assert(
      fc.property(histories, records => {
        const loaded = records.filter(
          ({ endedAt }) => endedAt === undefined || endedAt >= from,
        );

        expect(tell(fact, loaded).says).toEqual(tell(fact, records).says);
      }),
      { numRuns: 400 },
    );
  });

  it('says the same in any order', () => {
    fc.assert(
      fc.property(histories, records => {
        expect(tell(fact, [...records].reverse())).toEqual(tell(fact, records));
      }),
      { numRuns: 200 },
    );
  });
});
