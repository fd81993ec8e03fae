import { mockServices } from '@backstage/backend-test-utils';
import { FactValue } from 'backstage-plugin-accountability-common';
import {
  CompiledExpression,
  CompiledGate,
  CompiledGateRule,
  CompiledPolicy,
} from 'backstage-plugin-accountability-engine';
import { Knex } from 'knex';
import { memoize } from 'lodash';
import { writeInstant } from '../../../database/instants';
import {
  component,
  group,
  migrate,
} from '../../../database/__testUtils__/testCatalog';
import { GateSources } from '../../../gates';
import { createGates } from '../../../wiring/createGates';
import {
  Given,
  startApi,
  sync,
} from '../../attestations/__testUtils__/startApi';

export const DAY = 86_400_000;
export const start = Date.UTC(2026, 10, 23, 12);
export const kim = 'user:default/kim';
export const lee = 'user:default/lee';
export const commanders = 'group:default/commanders';
export const ref = (name: string) => `component:default/${name}`;
export const findings = 'security.open_findings';

const entities = [
  group('checkout'),
  group('commanders'),
  component('payments', { owner: 'group:default/checkout' }),
  component('ledger', { owner: 'group:default/checkout' }),
  component('unmeasured', { owner: 'group:default/checkout' }),
];

/** Holds where nothing is open; unknown where that is. */
const noFindings: CompiledExpression = {
  facts: [findings],
  readsNow: false,
  cost: 1,
  clauses: [
    {
      text: `${findings} == 0`,
      facts: [findings],
      operands: [],
      evaluate: ({ facts }) => {
        const saw = {
          read: () => [],
          explain: () => 'Findings were looked at',
        };
        const fact = facts.get(findings);
        if (fact?.status !== 'known') {
          const because = [fact?.because ?? 'It was not measured'];
          return { ...saw, outcome: 'unknown', because, error: false };
        }
        return { ...saw, outcome: fact.value === 0 ? 'true' : 'false' };
      },
    },
  ],
};

const check = {
  id: 'clean',
  title: 'No open findings',
  burden: 'security',
  expression: `${findings} == 0`,
  mode: 'enforce',
  severity: 'high',
  weight: 1,
  onUnknown: 'fail',
  onError: 'fail',
  facts: [findings],
  readsNow: false,
  program: { expression: noFindings },
} as const;

/** A rule that wants no open findings. */
function ruleOf(given: Partial<CompiledGateRule> = {}) {
  return {
    rule: 'ready/clean',
    scorecard: 'ready',
    check: { ...check, facts: [...check.facts] },
    mode: 'enforce',
    modeAt: {},
    ...given,
  } satisfies CompiledGateRule;
}

/** A gate of that rule. */
function gateOf(name: string, given: Partial<CompiledGate> = {}): CompiledGate {
  return {
    name,
    title: `Gate ${name}`,
    points: ['deploy', 'cli'],
    rules: [ruleOf()],
    failurePolicy: {
      onUnknown: 'fail',
      onError: 'fail',
      onEngineError: 'fail',
    },
    maxAgeMs: 2 * DAY,
    ...given,
  };
}

export const policy: CompiledPolicy = {
  digest: 'digest-of-tests',
  scorecards: [
    {
      name: 'ready',
      title: 'Readiness',
      conditions: [],
      levels: [],
      requirements: [],
      checks: [{ ...check, facts: [...check.facts] }],
      draft: false,
    },
  ],
  gates: [
    gateOf('production', {
      owner: 'group:default/checkout',
      breakGlass: { groups: [commanders], reviewWithinMs: 2 * DAY },
    }),
    gateOf('lenient', {
      failurePolicy: {
        onUnknown: 'pass',
        onError: 'pass',
        onEngineError: 'pass',
      },
    }),
    gateOf('warning', { rules: [ruleOf({ mode: 'warn' })] }),
  ],
  documents: [],
  diagnostics: [],
};

/** Stores a measurement of a service as assessing it does. */
export async function measure(
  knex: Knex,
  name: string,
  given: { value: number; at: number },
): Promise<void> {
  const fact: FactValue = {
    id: findings,
    unit: 'count',
    sampleSize: 1,
    window: { from: 0, to: given.at },
    observedAt: given.at,
    evidence: [],
    evidenceCount: 0,
    status: 'known',
    value: given.value,
    because: 'Counted.',
  };
  await knex('assessments')
    .insert({
      entity_ref: ref(name),
      assessed_at: writeInstant(given.at),
      known: 1,
      applicable: 1,
      document: '{}',
      digest: 'd',
      facts: JSON.stringify([fact]),
      facts_digest: 'd',
      measured_at: writeInstant(given.at),
      policy: policy.digest,
    })
    .onConflict('entity_ref')
    .merge();
}

/** The API with gates, of a service that passes (ledger), one that fails (payments) and one that was never measured. */
export async function startGates(
  knex: Knex,
  { mask = [], ...more }: Partial<Given> & { mask?: string[] } = {},
) {
  await migrate(knex);
  const clock = { now: start };
  const logger = mockServices.logger.mock();
  const sources: GateSources = createGates(
    {
      logger,
      config: mockServices.rootConfig({
        data: { accountability: { gates: { mask } } },
      }),
    },
    knex,
    { policy: { current: async () => policy }, engines: [] },
  );
  const given: Given = {
    knex,
    entities,
    members: { [kim]: [kim, commanders], [lee]: [lee] },
    now: () => clock.now,
    ...more,
    gates: { ...sources, ...more.gates },
  };
  await sync(given, start);
  await measure(knex, 'payments', { value: 7, at: start });
  await measure(knex, 'ledger', { value: 0, at: start });
  const api = await startApi(given);
  const ask = (name: string, body: object = {}, user = lee) =>
    api.post(
      '/gates/production/decisions',
      { entityRef: ref(name), ...body },
      user,
    );
  /** As it was at the start, so that tests may share it. */
  const reset = async () => {
    clock.now = start;
    api.audited.length = 0;
    jest.clearAllMocks();
    for (const table of [
      'gate_decisions',
      'decision_keys',
      'decision_reviews',
      'exemptions',
    ]) {
      await knex(table).delete();
    }
    await measure(knex, 'payments', { value: 7, at: start });
    await measure(knex, 'ledger', { value: 0, at: start });
  };
  return { ...api, knex, clock, logger, ask, given, reset };
}

/** The same for tests that may share one: it begins anew for each. */
export function shareGates(init: () => Promise<Knex>) {
  const once = memoize(async () => startGates(await init()));
  return async () => {
    const gates = await once();
    await gates.reset();
    return gates;
  };
}
