import { setTimeout } from 'node:timers/promises';
import { mockCredentials } from '@backstage/backend-test-utils';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { readyScorecard } from './__testUtils__/readyPolicy';
import { startAgentBackend } from './__testUtils__/startAgentBackend';

jest.setTimeout(120_000);

const policy = `
apiVersion: accountability.io/v1alpha1
kind: Scorecard
metadata:
  name: ready
  title: Ready
spec:
  levels: [bronze, silver]
  checks:
    - id: owner-exists
      title: The owner exists
      burden: ownership
      level: bronze
      expression: ownership.owner_resolves
      remediation: Set spec.owner to a group of the catalog.
    - id: few-failures
      title: Few changes fail
      burden: reliability
      level: silver
      expression: reliability.change_fail_rate <= 0.15
---
apiVersion: accountability.io/v1alpha1
kind: Gate
metadata:
  name: production
  title: Production
spec:
  rules:
    - { check: ready/owner-exists, mode: enforce }
    - { check: ready/few-failures, mode: enforce, onUnknown: warn }
`;

const candidate = (expression: string) =>
  readyScorecard.replace('ownership.owner_resolves', expression);

const entity = (kind: string, name: string, spec: object) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: { name },
  spec,
});
const component = (name: string, owner: string) =>
  entity('Component', name, {
    type: 'service',
    lifecycle: 'production',
    owner,
  });
const group = (name: string) =>
  entity('Group', name, { type: 'team', children: [] });

const ann = 'user:default/ann';
/** Holds no permission of the plugin. */
const bob = 'user:default/bob';
/** May read what there is, and ask for nothing. */
const dan = 'user:default/dan';
/** May not read entities of others than her group. */
const eve = 'user:default/eve';

const payments = { service: 'component:default/payments' };

async function start() {
  const backend = await startAgentBackend({
    entities: [
      group('checkout'),
      group('platform'),
      component('payments', 'group:default/checkout'),
      component('cart', 'group:default/checkout'),
      component('lost', 'group:default/gone'),
    ],
    policy,
    limits: {
      [bob]: {
        denied: [
          'accountability.scorecard.read',
          'accountability.policy.read',
          'accountability.exemption.create',
          'accountability.gate.ask',
        ],
      },
      [dan]: {
        denied: ['accountability.exemption.create', 'accountability.gate.ask'],
      },
      [eve]: { seesOnly: 'group:default/platform' },
    },
  });
  const client = await backend.connect(ann);
  for (const name of ['payments', 'cart', 'lost']) {
    const service = `component:default/${name}`;
    while ((await call(client, 'get-scorecard', { service })).isError) {
      await setTimeout(200);
    }
  }
  return { ...backend, client };
}

const week = 7 * 24 * 3_600_000;
const request = {
  scorecard: 'ready',
  check: 'few-failures',
  subject: 'component:default/cart',
  reason: 'Its deployments are told of from next week on.',
  expiresAt: new Date(Date.now() + week).toISOString(),
};

/** Calls a tool of the plugin. */
async function call(client: Client, name: string, input: object) {
  const { content, isError, structuredContent } = await client.callTool({
    name: `accountability.${name}`,
    arguments: { ...input },
  });
  return {
    isError: isError === true,
    text: textOf(content),
    structuredContent,
  };
}

function idOf({ structuredContent }: { structuredContent?: unknown }) {
  return typeof structuredContent === 'object' &&
    structuredContent !== null &&
    'id' in structuredContent
    ? structuredContent.id
    : 'none';
}

function textOf(content: unknown): string {
  return Array.isArray(content) ? String(content[0]?.text) : '';
}

describe('agents over MCP', () => {
  let backend: Awaited<ReturnType<typeof start>>;
  beforeAll(async () => {
    backend = await start();
  });
  afterAll(() => backend.close());

  it('are offered every tool with what it does to the world', async () => {
    const { tools } = await backend.client.listTools();

    expect(
      tools.map(({ name, annotations }) => [
        name,
        annotations?.readOnlyHint,
        annotations?.destructiveHint,
        annotations?.idempotentHint,
      ]),
    ).toEqual([
      ['accountability.get-scorecard', true, false, true],
      ['accountability.explain-check', true, false, true],
      ['accountability.list-team-risks', true, false, true],
      ['accountability.list-exemptions', true, false, true],
      ['accountability.dry-run-policy', true, false, true],
      ['accountability.ask-gate', false, false, true],
      ['accountability.request-exemption', false, false, false],
    ]);
  });

  it('are told where a service stands, and what is unknown is not dressed as zero', async () => {
    const answer = await call(backend.client, 'get-scorecard', payments);

    expect(answer).toMatchObject({
      isError: false,
      structuredContent: {
        service: payments.service,
        owner: 'group:default/checkout',
        coverage: { known: 1, applicable: 2 },
        scorecards: [
          { scorecard: 'ready', level: 'bronze', blockedBy: ['few-failures'] },
        ],
        notPassing: [
          {
            scorecard: 'ready',
            check: 'few-failures',
            status: 'unknown',
            because: expect.any(String),
            since: expect.stringMatching(/^\d{4}-.*Z$/),
          },
        ],
        left: 0,
      },
    });
  });

  it('are told why a check is as it is and what would make it pass', async () => {
    const answer = await call(backend.client, 'explain-check', {
      service: 'component:default/lost',
      scorecard: 'ready',
      check: 'owner-exists',
    });

    expect(answer).toMatchObject({
      isError: false,
      structuredContent: {
        status: 'fail',
        clauses: [{ text: 'ownership.owner_resolves', outcome: 'false' }],
        facts: [
          {
            fact: 'ownership.owner_resolves',
            status: 'known',
            value: false,
            ageHours: expect.any(Number),
          },
        ],
        toPass: [
          '`ownership.owner_resolves` has to hold: ownership.owner_resolves is false.',
        ],
        blocksLevel: 'bronze',
        remediation: 'Set spec.owner to a group of the catalog.',
      },
    });
  });

  it('are told of an unknown what would make it known', async () => {
    const { structuredContent } = await call(backend.client, 'explain-check', {
      ...payments,
      scorecard: 'ready',
      check: 'few-failures',
    });

    expect(structuredContent).toMatchObject({
      status: 'unknown',
      facts: [{ status: 'unknown', reason: expect.any(String) }],
      toPass: [
        expect.stringMatching(
          /^reliability\.change_fail_rate has to be known\./,
        ),
      ],
    });
    expect(structuredContent).not.toHaveProperty('facts.0.value');
  });

  it('are told the risks of a team with the share of it that is unknown', async () => {
    const answer = await call(backend.client, 'list-team-risks', {
      group: 'group:default/checkout',
    });

    expect(answer).toMatchObject({
      isError: false,
      structuredContent: {
        team: 'group:default/checkout',
        services: 2,
        notAssessedYet: 0,
        coverage: { known: 2, applicable: 4 },
        unknownShare: 0.5,
        risks: [],
        servicesAtRisk: 0,
        due: { attestations: expect.any(Array), enforced: [] },
      },
    });
  });

  it('try a candidate against the policy in force', async () => {
    const answer = await call(backend.client, 'dry-run-policy', {
      group: 'group:default/checkout',
      policy: candidate('ownership.owner_resolves == false'),
    });

    expect(answer).toMatchObject({
      isError: false,
      structuredContent: {
        compiles: true,
        faults: [],
        run: {
          services: 2,
          checks: [{ check: 'owner-exists', results: { fail: 2 } }],
          levels: [
            { service: 'component:default/cart', from: 'bronze', to: null },
            { service: 'component:default/payments', from: 'bronze', to: null },
          ],
          changes: expect.arrayContaining([
            expect.objectContaining({
              service: 'component:default/payments',
              check: 'owner-exists',
              from: 'pass',
              to: 'fail',
            }),
            expect.objectContaining({
              check: 'few-failures',
              from: 'unknown',
              to: 'absent',
            }),
          ]),
        },
      },
    });
  });

  it('are given the faults of a candidate at their place', async () => {
    const answer = await call(backend.client, 'dry-run-policy', {
      ...payments,
      policy: candidate('ownership.owner_resolve'),
    });

    expect(answer).toMatchObject({
      isError: false,
      structuredContent: {
        compiles: false,
        faults: [
          {
            line: 12,
            column: expect.any(Number),
            message: expect.stringContaining('owner_resolve'),
          },
        ],
      },
    });
  });

  it('are told what a gate would say, and nothing is written down', async () => {
    const answer = await call(backend.client, 'ask-gate', {
      ...payments,
      gate: 'production',
    });

    expect(answer).toMatchObject({
      isError: false,
      structuredContent: {
        gate: 'production',
        service: payments.service,
        outcome: 'warn',
        dryRun: true,
        rules: [
          {
            rule: 'ready/few-failures',
            outcome: 'unknown',
            countedAs: 'warn',
            effect: 'warn',
          },
          { rule: 'ready/owner-exists', outcome: 'pass', effect: 'allow' },
        ],
      },
    });
    expect(answer.structuredContent).not.toHaveProperty('id');
  });

  it('have a decision kept once under one key', async () => {
    const asked = {
      service: 'component:default/lost',
      gate: 'production',
      dryRun: false,
      idempotencyKey: 'run-1',
    };

    const first = await call(backend.client, 'ask-gate', asked);
    const second = await call(backend.client, 'ask-gate', asked);

    expect(first).toMatchObject({
      isError: false,
      structuredContent: {
        id: expect.any(String),
        outcome: 'deny',
        repeated: false,
      },
    });
    expect(second.structuredContent).toMatchObject({
      id: idOf(first),
      repeated: true,
    });
  });

  it('ask for an exemption that nobody has approved yet, and name nobody', async () => {
    const asked = await call(backend.client, 'request-exemption', request);
    const listed = await call(backend.client, 'list-exemptions', {
      subject: request.subject,
    });

    expect(asked).toMatchObject({
      isError: false,
      structuredContent: { state: 'pending', subject: request.subject },
    });
    expect(listed).toMatchObject({
      isError: false,
      structuredContent: {
        counts: { pending: 1, approved: 0 },
        exemptions: [{ id: idOf(asked), state: 'pending' }],
      },
    });
    expect(listed.text).not.toContain('ann');
  });

  it.each([
    { tool: 'request-exemption', input: request },
    {
      tool: 'ask-gate',
      input: {
        ...payments,
        gate: 'production',
        dryRun: false,
        idempotencyKey: 'machine',
      },
    },
  ])(
    'write nothing by $tool as a machine, whose own limits do not come through',
    async ({ tool, input }) => {
      const client = await backend.connect(
        '',
        mockCredentials.service.header(),
      );

      const answer = await call(client, tool, input);

      expect(answer).toMatchObject({
        isError: true,
        text: expect.stringMatching(/^NotAllowedError: .*call it as a user/),
      });
    },
  );

  it('are not offered to write what they may only read', async () => {
    const client = await backend.connect(dan);

    const { tools } = await client.listTools();
    const answer = await call(client, 'request-exemption', request);

    expect(tools.map(({ name }) => name)).not.toEqual(
      expect.arrayContaining([
        expect.stringMatching(/request-exemption|ask-gate/),
      ]),
    );
    expect(answer).toMatchObject({
      isError: true,
      text: expect.stringContaining('NotFoundError'),
    });
  });

  it.each([
    {
      given: 'a field is missing',
      tool: 'get-scorecard',
      input: {},
      says: /InputError: Invalid input to action "accountability:get-scorecard".*service.*Required/s,
    },
    {
      given: 'a ref is none',
      tool: 'get-scorecard',
      input: { service: ':::' },
      says: /InputError: ':::' is not an entity ref/,
    },
    {
      given: 'a check is not there',
      tool: 'explain-check',
      input: { ...payments, scorecard: 'ready', check: 'nope' },
      says: /NotFoundError: ready has no check nope; its checks: owner-exists, few-failures/,
    },
    {
      given: 'a gate is not there',
      tool: 'ask-gate',
      input: { ...payments, gate: 'nope' },
      says: /NotFoundError: There is no gate nope; these there are: production/,
    },
    {
      given: 'a decision is to be kept and has no key',
      tool: 'ask-gate',
      input: { ...payments, gate: 'production', dryRun: false },
      says: /InputError: Give an idempotencyKey/,
    },
    {
      given: 'an exemption would last too long',
      tool: 'request-exemption',
      input: { ...request, expiresAt: '2199-01-01T00:00:00Z' },
      says: /InputError: .*days/,
    },
    {
      given: 'an exemption is for a check that there is not',
      tool: 'request-exemption',
      input: { ...request, check: 'nope' },
      says: /InputError: No scorecard in force has a check ready\/nope/,
    },
    {
      given: 'a candidate is for nobody',
      tool: 'dry-run-policy',
      input: { policy: 'x' },
      says: /InputError: Name either a service or a group/,
    },
  ])('are told plainly where $given', async ({ tool, input, says }) => {
    const answer = await call(backend.client, tool, input);

    expect(answer.isError).toBe(true);
    expect(answer.text).toMatch(says);
  });

  it('are not shown what they have no permission for', async () => {
    const client = await backend.connect(bob);

    const { tools } = await client.listTools();
    const answer = await call(client, 'get-scorecard', payments);

    expect(tools).toEqual([]);
    expect(answer).toMatchObject({
      isError: true,
      text: expect.stringContaining('NotFoundError'),
    });
  });

  it.each([
    { tool: 'get-scorecard', input: payments },
    {
      tool: 'explain-check',
      input: { ...payments, scorecard: 'ready', check: 'owner-exists' },
    },
    {
      tool: 'dry-run-policy',
      input: { ...payments, policy: candidate('ownership.owner_resolves') },
    },
    { tool: 'ask-gate', input: { ...payments, gate: 'production' } },
  ])(
    'cannot tell by $tool a service that they may not read from none',
    async ({ tool, input }) => {
      const client = await backend.connect(eve);

      const answer = await call(client, tool, input);

      expect(answer).toMatchObject({
        isError: true,
        text: 'NotFoundError: The catalog has no entity component:default/payments that you may read',
      });
    },
  );
});
