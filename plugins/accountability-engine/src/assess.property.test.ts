import fc from 'fast-check';
import {
  Assessment,
  OwnerSpan,
  recordKinds,
  RunResult,
  ServiceRecord,
} from 'backstage-plugin-accountability-common';
import { assess } from './assess';
import { AssessInput } from './assessTypes';
import { defaultSettings } from './defaultSettings';
import { builtInFacts } from './facts/registry.generated';
import { horizonMs } from './horizonMs';
import { exampleService } from './measureExample';
import { compilePolicy } from './policy';
import {
  alerted,
  built,
  deployed,
  found,
  incident,
  merged,
  referenceNow,
} from './testing';
import { DAY, HOUR, MINUTE } from './time';

const scorecard = `
apiVersion: accountability.io/v1alpha1
kind: Scorecard
metadata: { name: production, title: Production }
spec:
  levels: [bronze, silver]
  checks:
    - id: fails
      title: Changes hold
      burden: reliability
      level: bronze
      expression: reliability.change_fail_rate <= 0.15
    - id: exploited
      title: No exploited hole stays open
      burden: security
      level: silver
      expression: security.known_exploited_open_days <= 7.0
    - id: later
      title: Alerts are few from December on
      burden: observability
      mode: warn
      when: now > timestamp('2026-11-23T18:30:00Z')
      expression: observability.alerts_per_week <= 1.0
`;

const policy = compilePolicy({
  files: [{ name: 'production.yaml', text: scorecard }],
  facts: builtInFacts,
  digest: 'digest',
});

/** Instants around now, in a raster that makes ties and window edges likely. */
const instant = fc
  .integer({ min: -230 * 4, max: 4 })
  .map(quarter => referenceNow + quarter * 6 * HOUR);
const length = fc.option(fc.integer({ min: 0, max: 48 * 60 }), {
  nil: undefined,
});
const result = fc.constantFrom<RunResult>('success', 'success', 'failure');
const count = fc.nat(3);

function toRecord(
  index: number,
  given: {
    kind: ServiceRecord['kind'];
    startedAt: number;
    minutes?: number;
    result: RunResult;
    pick: number;
  },
): ServiceRecord {
  const { startedAt, minutes, pick } = given;
  const id = `${given.kind}${index}`;
  const endedAt =
    minutes === undefined ? undefined : startedAt + minutes * MINUTE;
  const times = { startedAt, endedAt };
  switch (given.kind) {
    case 'deployment':
      return deployed(id, {
        ...times,
        state: endedAt === undefined ? 'executing' : 'finished',
        result: endedAt === undefined ? undefined : given.result,
        sha: `sha-number-${pick}-${index % 4}`,
      });
    case 'incident':
      return incident(id, {
        ...times,
        cause:
          pick === 0 ? { by: 'machine', sha: 'sha-number-1-1' } : undefined,
        mergedInto: pick === 1 ? 'other' : undefined,
      });
    case 'change':
      return merged(id, {
        ...times,
        state: endedAt === undefined ? 'opened' : 'merged',
        approvals: pick === 3 ? undefined : pick,
        machineWritten: pick === 0 ? 'declared' : undefined,
      });
    case 'build':
      return built(id, { ...times, result: given.result });
    case 'alert':
      return alerted(id, times);
    default:
      return found(id, {
        ...times,
        state: endedAt === undefined ? 'open' : 'fixed',
        knownExploited: pick === 0,
      });
  }
}

function recordsOf(at: fc.Arbitrary<number>, maxLength: number) {
  const given = fc.record({
    kind: fc.constantFrom(...recordKinds),
    startedAt: at,
    minutes: length,
    result,
    pick: count,
  });
  return fc
    .array(given, { maxLength, size: 'max' })
    .map(list => list.map((item, index) => toRecord(index, item)));
}

const spans = fc.array(instant, { minLength: 1, maxLength: 3 }).map(starts =>
  [...new Set(starts)]
    .sort((a, b) => a - b)
    .map(
      (from, index, all): OwnerSpan => ({
        owner: `group:default/g${index}`,
        resolves: index % 2 === 0,
        origin: 'catalog',
        from,
        to: all[index + 1],
      }),
    ),
);

function inputOf(
  records: ServiceRecord[],
  given: Partial<AssessInput> = {},
): AssessInput {
  return {
    now: referenceNow,
    service: exampleService,
    records,
    collectedKinds: [...recordKinds],
    sourceKinds: [...recordKinds],
    facts: builtInFacts,
    policy,
    settings: defaultSettings,
    ...given,
  };
}

/** What must not move while time alone passes: values, reasons and results, not stamps and sentences. */
function gist({ facts, scorecards, burdens, attributions }: Assessment) {
  return {
    facts: facts.map(fact => [
      fact.id,
      fact.status === 'known' ? fact.value : fact.reason,
      fact.sampleSize,
      fact.evidence,
    ]),
    checks: scorecards.flatMap(({ checks }) => checks.map(c => c.status)),
    levels: scorecards.map(({ level }) => level),
    burdens: burdens.map(({ status }) => status),
    attributions,
  };
}

describe('assess', () => {
  it('compiles its own policy without fault', () => {
    expect(policy.diagnostics).toEqual([]);
  });

  it('does not depend on the order of records and spans', () => {
    const shuffled = recordsOf(instant, 60).chain(records =>
      fc.tuple(
        fc.constant(records),
        fc.shuffledSubarray(records, { minLength: records.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, spans, ([records, other], owners) => {
        const service = { ...exampleService, spans: owners };
        const reversed = { ...exampleService, spans: [...owners].reverse() };

        expect(assess(inputOf(other, { service: reversed }))).toEqual(
          assess(inputOf(records, { service })),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('is not moved by records that ended before the horizon', () => {
    const horizon = referenceNow - horizonMs(builtInFacts, defaultSettings);
    const old = recordsOf(
      fc.integer({ min: 0, max: 200 }).map(hours => horizon - hours * HOUR),
      20,
    ).map(records =>
      records
        .filter(({ endedAt }) => endedAt !== undefined && endedAt < horizon)
        .map(record => ({ ...record, id: `old-${record.id}` })),
    );
    fc.assert(
      fc.property(recordsOf(instant, 60), old, (records, before) => {
        const recent = records.filter(
          ({ startedAt, endedAt }) =>
            startedAt >= horizon || endedAt === undefined || endedAt >= horizon,
        );

        const withOld = assess(inputOf([...before, ...recent]));

        const without = assess(inputOf(recent));
        expect(gist({ ...withOld, attributions: [] })).toEqual(
          gist({ ...without, attributions: [] }),
        );
      }),
      { numRuns: 100 },
    );
  });

  it('charges incidents at the edge of the window alike, whatever lies before the horizon', () => {
    const horizon = referenceNow - horizonMs(builtInFacts, defaultSettings);
    const days = (from: number, to: number) =>
      fc
        .integer({ min: from * 24, max: to * 24 })
        .map(hours => referenceNow - hours * HOUR);
    const sha = fc.constantFrom('commit-a', 'commit-b', 'commit-c');
    const deployments = fc.array(fc.tuple(days(80, 230), sha), {
      maxLength: 12,
    });
    const incidents = fc.array(fc.tuple(days(80, 90), sha), {
      minLength: 10,
      maxLength: 14,
    });
    fc.assert(
      fc.property(deployments, incidents, (rollouts, outages) => {
        const all = [
          ...rollouts.map(([startedAt, commit], index) =>
            deployed(`d${index}`, { startedAt, sha: commit }),
          ),
          ...outages.map(([startedAt, commit], index) =>
            incident(`i${index}`, {
              startedAt,
              cause: { by: 'machine', sha: commit },
            }),
          ),
        ];

        const loaded = all.filter(({ endedAt = 0 }) => endedAt >= horizon);

        expect(gist(assess(inputOf(loaded))).facts).toEqual(
          gist(assess(inputOf(all))).facts,
        );
      }),
      { numRuns: 200 },
    );
  });

  it('says the same at any instant before it is next due', () => {
    fc.assert(
      fc.property(
        recordsOf(instant, 60),
        spans,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (records, owners, share) => {
          const service = { ...exampleService, spans: owners };
          const first = assess(inputOf(records, { service }));
          const due = first.nextDueAt ?? Infinity;
          const wait = due - 1 - referenceNow;
          expect(wait).toBeGreaterThanOrEqual(0);
          expect(wait).toBeLessThan(DAY);

          for (const now of [
            referenceNow + Math.floor(wait * share),
            due - 1,
          ]) {
            const later = assess(inputOf(records, { service, now }));

            expect(gist(later)).toEqual(gist(first));
            expect(later.nextDueAt).toBe(due);
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});
