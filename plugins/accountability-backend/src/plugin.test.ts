import { TestDatabaseId, TestDatabases } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { Knex } from 'knex';
import { memoize } from 'lodash';
import { startPlugin } from './__testUtils__/startPlugin';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

const MINUTE = 60_000;
const now = Date.now();
const ago = (minutes: number) => new Date(now - minutes * MINUTE).toISOString();

const entities: Entity[] = [group('checkout'), service('payments')];
const scorecard = '/services/component/default/payments/scorecard';

function group(name: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name, namespace: 'default' },
    spec: { type: 'team', children: [] },
  };
}

function service(name: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      namespace: 'default',
      annotations: {
        'github.com/project-slug': `acme/${name}`,
        'pagerduty.com/service-id': `P-${name}`,
      },
    },
    spec: {
      type: 'service',
      lifecycle: 'production',
      owner: 'group:default/checkout',
    },
  };
}

const deployed = (at: string) => ({
  deployment_status: { state: 'success', created_at: at },
  deployment: {
    id: 42,
    sha: 'f95f852bd8fca8fcc58a9a2d6c842781e32a215e',
    ref: 'v1.2.3',
    environment: 'production',
    created_at: at,
    payload: {},
  },
  repository: { full_name: 'acme/payments', default_branch: 'main' },
});

const triggered = (at: string) => ({
  event: {
    id: 'e1',
    event_type: 'incident.triggered',
    occurred_at: at,
    data: {
      id: 'I1',
      title: 'Payments are down',
      created_at: at,
      service: { id: 'P-payments' },
    },
  },
});

const subject = 'github:acme/payments';
const oneOfEachKind = [
  {
    kind: 'change',
    record: 'generic:change:1',
    subject,
    at: ago(30),
    state: 'merged',
    approvals: 1,
    machineWritten: 'declared',
  },
  {
    kind: 'build',
    record: 'generic:build:1',
    subject,
    at: ago(29),
    state: 'finished',
    result: 'failure',
    attempt: 1,
    defaultBranch: true,
  },
  {
    kind: 'alert',
    record: 'generic:alert:1',
    subject,
    at: ago(28),
    state: 'firing',
  },
  {
    kind: 'finding',
    record: 'generic:finding:1',
    subject,
    at: ago(27),
    state: 'open',
    severity: 'high',
  },
  {
    kind: 'alert',
    record: 'generic:alert:2',
    subject: 'generic:nobody',
    at: ago(26),
    state: 'firing',
  },
];

const deployment = 'github:deployment:acme/payments:42';
const incident = 'pagerduty:incident:I1';

/** Statements from now on, but for those with which a worker asks whether anything is due. */
function listStatements(knex: Knex): string[] {
  const statements: string[] = [];
  knex.on('query', ({ sql }: { sql: string }) => {
    if (!sql.includes('assessment_queue')) statements.push(sql);
  });
  return statements;
}

async function start(
  databaseId: TestDatabaseId,
  given: { hidden?: string[]; denied?: string[]; entities?: Entity[] } = {},
) {
  const knex: Knex = await databases.init(databaseId);
  const plugin = await startPlugin({ knex, entities, ...given });
  await plugin.run('catalog-sync');
  await plugin.settle();
  return { ...plugin, knex };
}

/** The same for tests that only read: those that want the same share one. */
const startOnce = memoize(start, (...given) => JSON.stringify(given));

describe.each(databases.eachSupportedId())('the plugin on %s', databaseId => {
  async function startWithIncident() {
    const plugin = await start(databaseId);
    await plugin.github(deployed(ago(20))).expect(202);
    await plugin.pagerduty(triggered(ago(10))).expect(202);
    await plugin.settle();
    return plugin;
  }

  it('charges an incident that came in by webhook to the deployment before it', async () => {
    const { get } = await startWithIncident();

    const { body } = await get(scorecard).expect(200);

    expect(body).toMatchObject({
      service: { entityRef: 'component:default/payments' },
      recomputed: false,
      policyInForce: true,
      assessment: {
        attributions: [{ incident, cause: deployment, method: 'temporal' }],
      },
    });
  });

  it('answers for a past instant with what was true then', async () => {
    const { get } = await startWithIncident();

    const { body } = await get(scorecard)
      .query({ at: ago(15) })
      .expect(200);

    expect(body).toMatchObject({
      asOf: now - 15 * MINUTE,
      recomputed: true,
      assessment: { at: now - 15 * MINUTE, attributions: [] },
    });
  });

  it('answers 304 while nothing changed', async () => {
    const { get } = await startOnce(databaseId);
    const { headers } = await get(scorecard).expect(200);

    const again = await get(scorecard).set('if-none-match', headers.etag);

    expect(again.status).toBe(304);
  });

  it('shows both records and their attribution on the timeline', async () => {
    const { get } = await startWithIncident();

    const { body } = await get(
      '/services/component/default/payments/timeline',
    ).expect(200);

    expect(body).toMatchObject({
      zone: 'UTC',
      records: [{ id: deployment }, { id: incident }],
      attributions: [{ incident, cause: deployment }],
      collected: ['deployment', 'incident'],
      truncated: false,
    });
  });

  it.each([
    { given: { record: incident }, gives: [incident, deployment] },
    { given: { record: deployment }, gives: [deployment, incident] },
    {
      given: { fact: 'reliability.deployment_frequency' },
      gives: [deployment],
    },
  ])('lists the records behind $given', async ({ given, gives }) => {
    const { get } = await startWithIncident();

    const { body } = await get('/services/component/default/payments/evidence')
      .query(given)
      .expect(200);

    expect(body.records.map(({ id }: { id: string }) => id)).toEqual(gives);
    expect(body.total).toBe(gives.length);
  });

  it('rolls the services of a team up', async () => {
    const { get } = await startOnce(databaseId);

    const { body } = await get('/teams/group/default/checkout/rollup').expect(
      200,
    );

    expect(body).toMatchObject({
      team: { groupRef: 'group:default/checkout' },
      services: [{ entityRef: 'component:default/payments' }],
    });
  });

  it('keeps services out of a roll-up that the caller may not read', async () => {
    const { get } = await startOnce(databaseId, {
      entities: [...entities, service('secret')],
      hidden: ['component:default/secret'],
    });

    const { body } = await get('/teams/group/default/checkout/rollup').expect(
      200,
    );

    expect(body.levels).toMatchObject([{ services: 1 }]);
    expect(JSON.stringify(body)).not.toContain('secret');
  });

  it('refuses a webhook signed with another secret, and counts it', async () => {
    const { get, github, run } = await start(databaseId);

    await github(deployed(ago(20)), 'wrong').expect(401);
    await run('source-tally');

    const { body } = await get('/sources').expect(200);
    expect(body.sources).toMatchObject([
      { source: 'generic', on: true, refused: 0 },
      { source: 'github', on: true, refused: 1, verdicts: [] },
      { source: 'pagerduty', on: true, refused: 0 },
    ]);
  });

  it('tells how what is looked up outside is doing, without names', async () => {
    const { get, knex } = await start(databaseId);
    await knex('codeowners_files').insert({
      subject: 'github:acme/secret',
      status: 'fault',
      because: 'https://github.com/acme/secret cannot be read.',
    });

    const { body, text } = await get('/sources').expect(200);

    expect(body.references).toMatchObject([
      { id: 'kev', state: 'off' },
      { id: 'epss', state: 'off' },
      { id: 'lifecycles', state: 'off' },
      { id: 'packages', state: 'off' },
      { id: 'codeowners', state: 'failing', failing: 1 },
      { id: 'runtimes', state: 'waiting' },
    ]);
    expect(text).not.toContain('secret');
  });

  it('lists records of nobody with the annotation that would attach them', async () => {
    const { get, github, settle } = await start(databaseId, {
      entities: [group('checkout')],
    });
    await github(deployed(ago(20))).expect(202);
    await settle();

    const { body } = await get('/unowned').expect(200);

    expect(body.items).toMatchObject([
      {
        subject: 'github:acme/payments',
        hint: 'github.com/project-slug: acme/payments',
      },
    ]);
  });

  it('answers as the OpenAPI document has it, for every kind of record', async () => {
    const { get, generic, settle } = await startWithIncident();
    await generic(oneOfEachKind).expect(202);
    await settle();
    const paths = [
      scorecard,
      `${scorecard}?at=${ago(5)}`,
      '/services/component/default/payments/timeline',
      ...[
        deployment,
        incident,
        ...oneOfEachKind.slice(0, 4).map(one => one.record),
      ].map(
        record =>
          `/services/component/default/payments/evidence?record=${record}`,
      ),
      '/teams/group/default/checkout/rollup',
      '/unowned',
      '/sources',
    ];

    const answers = await Promise.all(paths.map(path => get(path)));

    expect(
      answers.map(({ status, body }) => body.error?.message ?? status),
    ).toEqual(paths.map(() => 200));
  });

  it('reads stored deliveries again where somebody asks who may', async () => {
    const { get, post, run } = await startWithIncident();
    const asked = await post('/replays', { source: 'github' }).expect(202);

    await run('replay');

    const { body } = await get(`/replays/${asked.body.id}`).expect(200);
    expect(body).toMatchObject({ status: 'done', read: 1, changed: 0 });
    const list = await get('/replays').expect(200);
    expect(list.body.replays).toEqual([body]);
    const late = await post(`/replays/${body.id}/cancellation`, {});
    expect(late.body).toMatchObject({ status: 'done' });
  });

  it('reads a scorecard in at most three statements', async () => {
    const { get, knex } = await startWithIncident();
    const statements = listStatements(knex);

    await get(scorecard).expect(200);

    expect(statements.length).toBeLessThanOrEqual(3);
  });

  it('rolls a hundred services up in as many statements as five', async () => {
    const counts: number[] = [];
    for (const size of [5, 100]) {
      const services = Array.from({ length: size }, (_, i) => service(`s${i}`));
      const { get, knex } = await start(databaseId, {
        entities: [group('checkout'), ...services],
      });
      const statements = listStatements(knex);
      const { body } = await get('/teams/group/default/checkout/rollup').expect(
        200,
      );
      expect(body.services).toHaveLength(size);
      counts.push(statements.length);
    }

    expect(counts[1]).toBe(counts[0]);
  });

  it('rolls more than five hundred services up from the copy of the organisation', async () => {
    const { get, knex } = await start(databaseId, {
      entities: [group('checkout'), service('pay')],
    });
    const [pay] = await knex('services').select();
    const others = Array.from({ length: 500 }, (_, i) => ({
      ...pay,
      entity_ref: `component:default/s${i}`,
    }));
    await knex.batchInsert('services', others, 50);
    await get('/organisation').expect(200);
    const statements = listStatements(knex);

    const { body } = await get('/teams/group/default/checkout/rollup').expect(
      200,
    );

    expect(statements.filter(sql => sql.includes('sum('))).toEqual([]);
    expect(
      body.levels.reduce(
        (sum: number, level: { services: number }) => sum + level.services,
        0,
      ),
    ).toBe(501);
  });
});

describe('a request that cannot be served', () => {
  it.each([
    {
      given: 'without the permission',
      setUp: { denied: ['accountability.scorecard.read'] },
      path: scorecard,
      gives: 403,
      message: 'accountability.scorecard.read',
    },
    {
      given: 'for an entity the caller may not read',
      setUp: { hidden: ['component:default/payments'] },
      path: scorecard,
      gives: 404,
      message: 'that you may read',
    },
    {
      given: 'for an entity that is not a service',
      path: '/services/group/default/checkout/scorecard',
      gives: 404,
      message: 'services are of kind Component',
    },
    {
      given: 'for an instant to come',
      path: `${scorecard}?at=2999-01-01T00:00:00Z`,
      gives: 400,
      message: 'lies in the future',
    },
    {
      given: 'for an instant without a zone',
      path: `${scorecard}?at=2026-01-01T00:00:00`,
      gives: 400,
      message: 'must be an ISO 8601 time with a zone',
    },
    {
      given: 'for more than 400 days',
      path: '/services/component/default/payments/timeline?from=2020-01-01T00:00:00Z',
      gives: 400,
      message: '400 days',
    },
    {
      given: 'for evidence of nothing',
      path: '/services/component/default/payments/evidence',
      gives: 400,
      message: 'exactly one of fact and record',
    },
    {
      given: 'for a record of another service',
      path: '/services/component/default/payments/evidence?record=x',
      gives: 404,
      message: 'has no record x',
    },
    {
      given: 'for a fact that there is not',
      path: '/services/component/default/payments/evidence?fact=x',
      gives: 404,
      message: 'There is no fact "x"',
    },
    {
      given: 'for a replay that there is not',
      path: '/replays/none',
      gives: 404,
      message: 'There is no replay none',
    },
    {
      given: 'for a cursor of something else',
      path: '/unowned?cursor=x',
      gives: 400,
      message: 'cursor is not one of this listing',
    },
    {
      given: 'for a parameter that there is not',
      path: '/unowned?x=1',
      gives: 400,
      message: "Unknown query parameter 'x'",
    },
  ])('answers $gives $given', async ({ setUp, path, gives, message }) => {
    const { get } = await startOnce('SQLITE_3', setUp);

    const { body } = await get(path).expect(gives);

    expect(body.error.message).toContain(message);
  });
});

describe('a replay that cannot be asked for', () => {
  it.each([
    {
      given: 'without the permission',
      denied: ['accountability.delivery.replay'],
      body: { source: 'github' },
      gives: 403,
      message: 'accountability.delivery.replay',
    },
    {
      given: 'for a source that is off',
      body: { source: 'gitlab' },
      gives: 400,
      message: 'there are: generic, github, pagerduty',
    },
    {
      given: 'for no time',
      body: {
        source: 'github',
        from: '2026-01-02T00:00:00Z',
        to: '2026-01-01T00:00:00Z',
      },
      gives: 400,
      message: 'from must lie before to',
    },
    {
      given: 'without a source',
      body: {},
      gives: 400,
      message: 'source',
    },
  ])('answers $gives $given', async ({ denied, body, gives, message }) => {
    const { post } = await startOnce('SQLITE_3', { denied });

    const answer = await post('/replays', body);

    expect(answer.status).toBe(gives);
    expect(answer.body.error.message).toContain(message);
  });
});
