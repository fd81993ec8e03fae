import fc from 'fast-check';
import {
  recordKinds,
  ServiceRecord,
} from 'backstage-plugin-accountability-common';
import { defaultSettings } from '../defaultSettings';
import { exampleService } from '../measureExample';
import { measurePrepared } from '../measureFact';
import { prepareFacts } from '../prepareFacts';
import { deployed, merged, referenceNow, reported } from '../testing';
import { DAY, HOUR } from '../time';
import { FactDefinition } from './defineFact';
import { instrumentation } from './instrumentation';
import { sloState } from './sloState';

/** Instants at which windows and reaches end, a millisecond around them. */
const instant = (...days: number[]) =>
  fc
    .tuple(
      fc.constantFrom(0, 1, ...days),
      fc.constantFrom(-1, 0, 1, HOUR, 5 * HOUR),
    )
    .map(([day, ms]) => referenceNow - day * DAY + ms);

const commit = fc.constantFrom('aaaaaaa', 'bbbbbbb', 'ccccccc', undefined);

const slos = fc
  .tuple(
    fc.array(
      fc.record({
        startedAt: instant(6, 7, 8, 27, 28, 34, 35, 36),
        tool: fc.constantFrom('sloth', 'sloth', 'pyrra'),
        exhausted: fc.constantFrom(0, 1),
        measured: fc.constantFrom(0, 1, 1),
        policy: fc.constantFrom(0, 1, 1),
      }),
      { maxLength: 8 },
    ),
    fc.array(
      fc.record({ startedAt: instant(1, 6, 27, 28, 29, 60, 90), sha: commit }),
      {
        maxLength: 6,
      },
    ),
    fc.array(
      fc.record({
        endedAt: instant(7, 27, 28, 40),
        sha: commit,
        title: fc.constantFrom('fix: it', 'feat: more'),
      }),
      { maxLength: 4 },
    ),
  )
  .map(([reports, deployments, changes]): ServiceRecord[] => [
    ...reports.map(({ startedAt, tool, ...told }, index) =>
      reported(`r${index}`, {
        format: 'slo',
        startedAt,
        tool,
        measures: { objectives: told.measured, ...told },
      }),
    ),
    ...deployments.map((given, index) => deployed(`d${index}`, given)),
    ...changes.map((given, index) => merged(`c${index}`, given)),
  ]);

const checks = fc
  .array(
    fc.record({
      startedAt: instant(89, 90, 91, 119, 120, 121),
      tool: fc.constantFrom('lint', 'probe'),
      passed: fc.constantFrom(0, 1, 2),
      defaultBranch: fc.constantFrom(true, true, undefined, false),
    }),
    { maxLength: 6 },
  )
  .map((reports): ServiceRecord[] =>
    reports.map(({ passed, ...given }, index) =>
      reported(`r${index}`, {
        ...given,
        format: 'instrumentation',
        measures: { passed, applicable: 2 },
      }),
    ),
  );

const cases: {
  fact: FactDefinition;
  histories: fc.Arbitrary<ServiceRecord[]>;
}[] = [
  { fact: sloState, histories: slos },
  { fact: instrumentation, histories: checks },
];

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
  const { because, evidence, sampleSize } = value;
  return {
    next: Math.min(nextChangeAt, prepared.nextRecordAt ?? Infinity),
    says: {
      value: value.status === 'known' ? value.value : value.reason,
      because,
      evidence,
      sampleSize,
    },
  };
}

describe.each(cases)('$fact.id', ({ fact, histories }) => {
  it('says the same until the instant it names', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(histories, share, (records, part) => {
        const now = tell(fact, records);
        const between = Math.floor((now.next - 1 - referenceNow) * part);

        for (const at of [now.next - 1, referenceNow + between]) {
          expect(tell(fact, records, at).says).toEqual(now.says);
        }
      }),
      { numRuns: 600 },
    );
  });

  it('says every answer that it has, and none of records in another order', () => {
    const said = new Set<unknown>();
    fc.assert(
      fc.property(histories, records => {
        const { says } = tell(fact, records);
        said.add(says.value);

        expect(tell(fact, [...records].reverse()).says).toEqual(says);
      }),
      { numRuns: 600 },
    );
    expect(said.size).toBeGreaterThanOrEqual(5);
  });

  it('needs no report that began before its horizon', () => {
    const from = referenceNow - (fact.lateDays ?? 0) * DAY;
    fc.assert(
      fc.property(histories, records => {
        const loaded = records.filter(
          ({ kind, startedAt }) => kind !== 'report' || startedAt >= from,
        );

        expect(tell(fact, loaded).says).toEqual(tell(fact, records).says);
      }),
      { numRuns: 300 },
    );
  });
});
