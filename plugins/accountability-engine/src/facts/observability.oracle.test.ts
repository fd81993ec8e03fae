import {
  AlertRecord,
  DeploymentRecord,
  FactValue,
  IncidentRecord,
  OwnerSpan,
  recordKinds,
  ServiceRecord,
} from 'backstage-plugin-accountability-common';
import fc from 'fast-check';
import { defaultSettings } from '../defaultSettings';
import { exampleService } from '../measureExample';
import { measurePrepared } from '../measureFact';
import { PreparedFacts, prepareFacts } from '../prepareFacts';
import { alerted, deployed, incident } from '../testing';
import { DAY, MINUTE } from '../time';
import { bruteForceOnCall } from './__testUtils__/bruteForceOnCall';
import { Found, History } from './__testUtils__/onCallHistory';
import { FactDefinition } from './defineFact';
import { builtInFacts } from './registry.generated';

/** Those of alerts and incidents; what is told by reports is tested beside its facts. */
const facts = builtInFacts.filter(
  ({ burden, needs }) =>
    burden === 'observability' &&
    needs.some(kind => kind === 'alert' || kind === 'incident'),
);

const zones: Record<string, string | undefined> = {
  'group:default/berlin': 'Europe/Berlin',
  'group:default/chatham': 'Pacific/Chatham',
  'group:default/nowhere': 'Mars/Olympus',
};
const rotas: Record<string, readonly string[]> = {
  night: ['group:default/berlin'],
  shared: ['group:default/chatham', 'group:default/berlin'],
};

/** Instants after the clocks changed in Europe and in New Zealand, within their windows. */
const nows = [
  Date.UTC(2026, 10, 3, 12),
  Date.UTC(2026, 9, 27, 0, 30),
  Date.UTC(2026, 3, 10, 7),
];

const maybe = <T>(...values: T[]) =>
  fc.option(fc.constantFrom(...values), { nil: undefined });

/** Few days and few minutes, so that edges, ties and overlaps are common. */
const back = fc
  .tuple(
    fc.constantFrom(0, 1, 2, 2, 2, 3, 9, 10, 27, 28, 28, 29, 89, 90, 91),
    fc.oneof(
      fc.integer({ min: -12, max: 12 }),
      fc.integer({ min: -720, max: 720 }),
    ),
  )
  .map(([days, minutes]) => days * DAY + minutes * MINUTE);
const length = fc.option(
  fc.oneof(
    fc.integer({ min: 0, max: 12 }),
    fc.constantFrom(60, 1440, 40 * 1440),
  ),
  { nil: undefined, freq: 8 },
);
const incidentIds = ['i0', 'i1', 'i2', 'i3', 'i4', 'i5'];

const alert = fc
  .record({
    back,
    length,
    taken: maybe(0, 1, 30),
    title: maybe('a', 'b', 'c', 'd', 'e', 'f'),
    incident: maybe(...incidentIds, 'elsewhere'),
    label: fc.option(fc.constantFrom('actionable' as const, 'noise' as const), {
      nil: undefined,
      freq: 2,
    }),
    resolvedBy: maybe('system' as const, 'person' as const),
    silenced: maybe(true, false, false),
    notifications: maybe(1, 2, 5, 20),
  })
  .map(({ back: ago, length: minutes, taken, ...rest }) => ({
    ...rest,
    ago,
    minutes,
    taken,
  }));
const answer = fc.record({
  minute: fc.integer({ min: 0, max: 90 }),
  step: fc.constantFrom(
    'paged' as const,
    'escalated' as const,
    'acknowledged' as const,
  ),
  team: fc.constantFrom('night', 'shared', 'shared', 'foreign', undefined),
});
const trouble = fc.record({
  back,
  length,
  impact: fc.constantFrom(0, 0, 30),
  taken: fc.oneof(
    maybe<number | 'as answered'>(-5, 0, 45),
    fc.constant('as answered' as const),
  ),
  mergedInto: fc.option(fc.constantFrom(...incidentIds, 'elsewhere'), {
    nil: undefined,
    freq: 1,
  }),
  detectedBy: maybe('monitor' as const, 'person' as const),
  answers: fc.array(answer, { maxLength: 5 }),
  reopened: maybe(20, 200),
});
const owner = fc.constantFrom(...Object.keys(zones), 'group:default/none');

const history = fc
  .record({
    now: fc.constantFrom(...nows),
    alerts: fc.array(alert, { maxLength: 30, size: 'max' }),
    troubles: fc.array(trouble, { maxLength: 50, size: 'max' }),
    rollouts: fc.array(
      fc.tuple(back, fc.constantFrom('sha-number-one', 'sha-number-two')),
      { maxLength: 8 },
    ),
    first: owner,
    owners: fc.array(fc.tuple(back, owner, fc.boolean()), { maxLength: 3 }),
  })
  .map(({ now, ...given }) => ({
    now,
    records: [
      ...given.alerts.map((one, i) => toAlert(now, `a${i}`, one)),
      ...given.troubles.map((one, i) => toIncident(now, `i${i}`, one)),
      ...given.rollouts.map(
        ([ago, sha], i): DeploymentRecord =>
          deployed(`d${i}`, { startedAt: now - ago, sha }),
      ),
    ],
    spans: [[100 * DAY, given.first, true] as const, ...given.owners].map(
      ([ago, name, resolves], i): OwnerSpan => ({
        owner: name,
        resolves,
        from: now - ago - i,
        origin: 'catalog',
      }),
    ),
  }));

type Sample<T> = T extends fc.Arbitrary<infer V> ? V : never;

function toAlert(
  now: number,
  id: string,
  { ago, minutes, taken, ...rest }: Sample<typeof alert>,
): AlertRecord {
  const startedAt = now - ago;
  const endedAt =
    minutes === undefined ? undefined : startedAt + minutes * MINUTE;
  return alerted(id, {
    ...rest,
    startedAt,
    endedAt,
    state: endedAt === undefined ? 'firing' : 'resolved',
    acknowledgedAt:
      taken === undefined ? undefined : startedAt + taken * MINUTE,
  });
}

function toIncident(
  now: number,
  id: string,
  given: Sample<typeof trouble>,
): IncidentRecord {
  const { length: minutes, impact, answers, reopened } = given;
  const from = now - given.back;
  const to = minutes === undefined ? undefined : from + minutes * MINUTE;
  const again =
    to === undefined || reopened === undefined
      ? []
      : [{ from: to + reopened * MINUTE, to: to + (reopened + 9) * MINUTE }];
  const responses = answers
    .map(({ minute, step, team }) => ({
      step,
      team,
      at: from + minute * MINUTE,
    }))
    .sort((a, b) => a.at - b.at);
  const answered = responses.find(({ step }) => step === 'acknowledged')?.at;
  const taken =
    typeof given.taken === 'number' ? from + given.taken * MINUTE : answered;
  return incident(id, {
    startedAt: from - impact * MINUTE,
    endedAt: again.at(0)?.to ?? to,
    acknowledgedAt: given.taken === undefined ? undefined : taken,
    episodes: [{ from, to }, ...again],
    mergedInto: given.mergedInto,
    detectedBy: given.detectedBy,
    responses: responses.length > 0 ? responses : undefined,
  });
}

/** What the engine looks at, with what groups say of themselves. */
function prepare(
  { now, records, spans }: Sample<typeof history>,
  order: readonly ServiceRecord[] = records,
): PreparedFacts {
  const prepared = prepareFacts({
    now,
    records: [...order],
    service: { ...exampleService, spans },
    collectedKinds: [...recordKinds],
    sourceKinds: [...recordKinds],
    settings: defaultSettings,
  });
  const context = {
    ...prepared.context,
    zoneOf: (name: string) => zones[name],
    teamsOf: (name: string) => rotas[name] ?? [],
  };
  return { ...prepared, context };
}

/** Rounded: two ways to one mean differ in the last digits. */
const rounded = (value: number) => Number(value.toFixed(9));

/** A value as brute force gives it. */
function asFound(value: FactValue): Found {
  if (value.status === 'unknown') return value.reason;
  return {
    value: rounded(Number(value.value)),
    parts: Object.fromEntries(
      (value.parts ?? []).map(({ key, value: count }) => [key, count]),
    ),
  };
}

const measureAll = (prepared: PreparedFacts) =>
  facts.map(fact => measurePrepared(fact, prepared).value);

/** What time alone must not move. */
const gist = (fact: FactDefinition, prepared: PreparedFacts) => {
  const { value } = measurePrepared(fact, prepared);
  return [
    value.id,
    value.status === 'known' ? value.value : value.reason,
    value.status === 'known' && value.parts,
    value.sampleSize,
    value.evidence,
  ];
};

describe('the facts of alerts and incidents', () => {
  it('are what brute force finds in thousands of histories', () => {
    const seen = new Map<string, number>();
    fc.assert(
      fc.property(history, given => {
        const prepared = prepare(given);
        const mended = [...prepared.context.remedies.values()].flatMap(list =>
          list.map(({ by }) => by.record.startedAt),
        );
        const past: History = { ...given, zones, rotas, mended };

        const values = measureAll(prepared);

        for (const { id, status } of values) {
          const key = `${id} ${status}`;
          seen.set(key, (seen.get(key) ?? 0) + 1);
        }
        expect(values.map(value => [value.id, asFound(value)])).toEqual(
          values.map(({ id }) => [id, bruteForceOnCall(id, past)]),
        );
      }),
      { numRuns: 3000 },
    );

    const known = facts.map(({ id }) => seen.get(`${id} known`) ?? 0);
    expect(Math.min(...known)).toBeGreaterThan(100);
  });

  it('do not depend on the order of records and owners', () => {
    const shuffled = history.chain(given =>
      fc.tuple(
        fc.constant(given),
        fc.shuffledSubarray(given.records, {
          minLength: given.records.length,
        }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([given, order]) => {
        const reversed = { ...given, spans: [...given.spans].reverse() };

        expect(measureAll(prepare(reversed, order))).toEqual(
          measureAll(prepare(given)),
        );
      }),
      { numRuns: 1000 },
    );
  });

  it('stay as they are until the instant they name', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(history, share, (given, part) => {
        const prepared = prepare(given);
        for (const fact of facts) {
          const { nextChangeAt = given.now + DAY } = measurePrepared(
            fact,
            prepared,
          );
          const due = Math.min(
            nextChangeAt,
            prepared.nextRecordAt ?? Infinity,
            given.now + DAY,
          );
          const later = given.now + Math.floor((due - 1 - given.now) * part);
          for (const now of [later, due - 1]) {
            expect(gist(fact, prepare({ ...given, now }))).toEqual(
              gist(fact, prepared),
            );
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});
