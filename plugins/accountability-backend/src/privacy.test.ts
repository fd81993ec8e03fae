import { TestDatabaseId, TestDatabases } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { Knex } from 'knex';
import { startPlugin } from './__testUtils__/startPlugin';
import { spec } from './api/openapi.generated';
import { component } from './database/__testUtils__/testCatalog';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

// Bodies of deliveries are kept for replay as their senders sent them, compressed; see ADR 17.

/** Names that nobody else has, so that any trace of one is a trace of a person. */
const logins = ['quilla-author', 'quilla-reader', 'quilla-sponsor'];
const mails = ['quilla-mail@acme.example'];
const trace = /quilla/i;

const subject = 'github:acme/payments';
const record = 'generic:change:acme/payments:1';
const day = 86_400_000;
const at = (days: number) => new Date(Date.now() - days * day).toISOString();

const entities: Entity[] = [
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name: 'checkout', namespace: 'default' },
    spec: { type: 'team', children: [] },
  },
  component('payments', {
    owner: 'group:default/checkout',
    slug: 'acme/payments',
  }),
  ...[...logins, 'other-1', 'other-2', 'other-3'].map(login => ({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'User',
    metadata: {
      name: login,
      namespace: 'default',
      annotations: { 'github.com/user-login': login },
    },
    spec: {
      memberOf: ['checkout'],
      profile: { email: `${login}@acme.example` },
    },
  })),
];

const change = (number: number) => ({
  kind: 'change',
  record: `generic:change:acme/payments:${number}`,
  subject,
  at: at(number),
  state: 'merged',
  title: 'Pay',
  defaultBranch: true,
  sha: `${number}`.padStart(40, 'a'),
  author: `github:${logins[0]}`,
  authorKind: 'person',
  sponsor: `github:${logins[2]}`,
  paths: ['src/api/pay.ts'],
  reviews: [
    {
      by: `github:${logins[1]}`,
      kind: 'person',
      verdict: 'approve',
      at: at(number),
      comments: 1,
    },
  ],
});

const reviewed = {
  kind: 'change',
  record,
  subject,
  at: at(2),
  state: 'reviewed',
  review: {
    id: '1',
    by: `email:${mails[0]}`,
    kind: 'person',
    verdict: 'approve',
  },
};

const deployed = {
  kind: 'deployment',
  record: 'generic:deployment:acme/payments:1',
  subject,
  at: at(1),
  state: 'finished',
  result: 'success',
  environment: 'production',
  sha: '1'.padStart(40, 'a'),
};

const owned = {
  kind: 'owner',
  entityRef: 'component:default/payments',
  owner: 'group:default/checkout',
  at: at(400),
};

/** Every path that can be read, with what a test can put into it. */
function readablePaths(): string[] {
  const values: Record<string, string> = {
    kind: 'component',
    namespace: 'default',
    name: 'payments',
    fact: 'ownership.owner_touch',
    record: encodeURIComponent(deployed.record),
    incident: 'none',
    id: 'none',
  };
  const paths: Record<string, object> = spec.paths;
  return Object.entries(paths)
    .filter(([, methods]) => 'get' in methods)
    .map(([path]) =>
      (path.startsWith('/teams') || path.startsWith('/groups')
        ? path.replace('{kind}', 'group').replace('{name}', 'checkout')
        : path
      ).replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? name),
    )
    .flatMap(path =>
      path.endsWith('/evidence')
        ? [
            `${path}?record=${encodeURIComponent(record)}`,
            `${path}?fact=ownership.owner_touch`,
          ]
        : [path],
    );
}

async function dumpTables(knex: Knex): Promise<Map<string, string>> {
  const isPostgres = knex.client.config.client === 'pg';
  const names: { name: string }[] = isPostgres
    ? await knex('pg_tables')
        .where('schemaname', 'public')
        .select({ name: 'tablename' })
    : await knex('sqlite_master').where('type', 'table').select('name');
  const dump = new Map<string, string>();
  for (const { name } of names) {
    dump.set(name, JSON.stringify(await knex(name).select()));
  }
  return dump;
}

describe.each(databases.eachSupportedId())('on %s', (id: TestDatabaseId) => {
  async function setUp() {
    const knex = await databases.init(id);
    const backend = await startPlugin({ knex, entities });
    await backend.run('catalog-sync');
    await backend
      .generic([
        ...Array.from({ length: 12 }, (_, i) => change(i + 1)),
        reviewed,
        deployed,
        owned,
      ])
      .expect(202);
    await backend.settle();
    await backend.run('catalog-sync');
    await backend.settle();
    return { knex, backend };
  }

  it('who wrote and read changes is in no answer and no table', async () => {
    const { knex, backend } = await setUp();

    const answers = [];
    for (const path of readablePaths()) {
      const { status, text } = await backend.get(path);
      answers.push({ path, status, text });
    }

    const read = answers.filter(({ status }) => status === 200);
    expect(read.map(({ path }) => path)).toEqual(
      expect.arrayContaining([
        expect.stringContaining('/changes'),
        expect.stringContaining('/scorecard'),
        expect.stringContaining('/ownership'),
        expect.stringContaining('/evidence?record='),
        expect.stringContaining('/evidence?fact='),
      ]),
    );
    expect(answers.filter(({ text }) => trace.test(text))).toEqual([]);
    expect(
      read.filter(({ text }) => /"c_[\da-f]{32}"|"by":/.test(text)),
    ).toEqual([]);
    const tables = await dumpTables(knex);
    const traced = [...tables].filter(([, rows]) => trace.test(rows));
    expect(traced.map(([table]) => table)).toEqual([]);
    expect(tables.get('records')).toMatch(/c_[\da-f]{32}/);
  });

  it('the facts know all the same whose work it is', async () => {
    const { backend } = await setUp();

    const { body } = await backend.get(
      '/teams/group/default/checkout/ownership',
    );

    const [{ facts }] = body.services;
    expect(facts).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ id: 'ownership.owner_touch', value: 1 }),
        expect.objectContaining({
          id: 'ownership.knowledge_retained',
          value: 1,
        }),
      ]),
    );
  });
});
