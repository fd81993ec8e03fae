import { mkdtempSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { createBackendModule } from '@backstage/backend-plugin-api';
import { TestDatabases } from '@backstage/backend-test-utils';
import { CheckResult } from 'backstage-plugin-accountability-common';
import opaModule from 'backstage-plugin-accountability-backend-module-opa';
import {
  FactProvider,
  factProvidersExtensionPoint,
} from 'backstage-plugin-accountability-node';
import {
  FakeHost,
  FakeReply,
  startFakeHost,
} from 'backstage-plugin-accountability-node/testUtils';
import { startPlugin } from './__testUtils__/startPlugin';
import { component, group } from './database/__testUtils__/testCatalog';
import { readInstant } from './database/instants';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const day = 24 * 60 * 60_000;
const payments = 'component:default/payments';

const policy = `
apiVersion: accountability.io/v1alpha1
kind: Scorecard
metadata: { name: ready, title: Ready }
spec:
  checks:
    - id: tagged
      title: The cost centre follows the policy of finance
      burden: ownership
      engine: opa
      ask:
        path: finance/costcenter/violations
        facts: [sonar.coverage, sonar.languages]
    - id: covered
      title: Tests cover the code
      burden: reliability
      expression: |
        sonar.coverage >= 0.8 && "go" in sonar.languages
`;

/** Tells of payments what a test says. */
function providerOf(values: Record<string, number | string[]>) {
  const provider: FactProvider = {
    id: 'sonar',
    everyMs: day,
    facts: [
      { id: 'sonar.coverage', unit: 'ratio', question: '?', maxAgeMs: day },
      { id: 'sonar.languages', unit: 'texts', question: '?', maxAgeMs: day },
    ],
    async *read() {
      yield [{ entityRef: payments, values }];
    },
  };
  return createBackendModule({
    pluginId: 'accountability',
    moduleId: 'sonar',
    register(env) {
      env.registerInit({
        deps: { providers: factProvidersExtensionPoint },
        init: async ({ providers }) => providers.addProvider(provider),
      });
    },
  });
}

const hosts: FakeHost[] = [];
afterEach(async () => {
  await Promise.all(hosts.splice(0).map(host => host.close()));
});

describe.each(databases.eachSupportedId())('the plugin on %s', id => {
  async function setUp(reply: () => FakeReply, given: { opa?: boolean } = {}) {
    const host = await startFakeHost(reply);
    hosts.push(host);
    const directory = mkdtempSync(join(tmpdir(), 'policies-'));
    writeFileSync(join(directory, 'ready.yaml'), policy);
    const knex = await databases.init(id);
    const { opa = true } = given;
    const plugin = await startPlugin({
      knex,
      entities: [
        group('checkout'),
        component('payments', { owner: 'group:default/checkout' }),
      ],
      modules: [
        providerOf({ 'sonar.coverage': 0.9, 'sonar.languages': ['go'] }),
        ...(opa ? [opaModule] : []),
      ],
      settings: {
        policy: { paths: [directory] },
        ...(opa && { opa: { url: host.url, timeoutMs: 5000 } }),
      },
    });
    await plugin.run('catalog-sync');
    await plugin.settle();
    const checks = async (): Promise<CheckResult[]> => {
      const { body } = await plugin
        .get('/services/component/default/payments/scorecard')
        .expect(200);
      return body.assessment.scorecards[0].checks;
    };
    const dueIn = async () => {
      const [row] = await knex('assessment_queue');
      return readInstant(row.due_at) - Date.now();
    };
    return { ...plugin, host, knex, checks, dueIn };
  }

  it('has OPA decide a check, with the facts that others told', async () => {
    const { run, settle, checks, host } = await setUp(() => ({
      body: { result: [] },
    }));

    await run('reported-facts');
    await settle();

    expect(await checks()).toMatchObject([
      {
        check: 'tagged',
        status: 'pass',
        because:
          'The rule finance/costcenter/violations of OPA finds no violation.',
      },
      { check: 'covered', status: 'pass' },
    ]);
    expect(JSON.parse(host.requests.at(-1)?.body ?? '')).toMatchObject({
      input: {
        service: { entityRef: payments },
        facts: { 'sonar.coverage': 0.9, 'sonar.languages': ['go'] },
      },
    });
  });

  it('knows no fact before it is told, and says who does not tell it', async () => {
    const { checks, host } = await setUp(() => ({ body: { result: true } }));

    expect(await checks()).toMatchObject([
      { check: 'tagged', status: 'pass' },
      {
        check: 'covered',
        status: 'unknown',
        because: expect.stringContaining('sonar has told of no service yet'),
      },
    ]);
    expect(JSON.parse(host.requests.at(-1)?.body ?? '').input.facts).toEqual({
      'sonar.coverage': { unknown: 'no-source' },
      'sonar.languages': { unknown: 'no-source' },
    });
  });

  it.each<{ given: string; reply: FakeReply; gives: object; soon: boolean }>([
    {
      given: 'violations',
      reply: { body: { result: ['No cost centre'] } },
      gives: { status: 'fail', because: 'No cost centre.' },
      soon: false,
    },
    {
      given: 'nothing of it',
      reply: { body: {} },
      gives: { status: 'unknown' },
      soon: false,
    },
    {
      given: 'an error, and asks again in a minute',
      reply: { status: 400, body: { message: 'bad' } },
      gives: {
        status: 'unknown',
        error: true,
        because: expect.stringContaining('answers 400, "bad"'),
      },
      soon: true,
    },
  ])('shows where OPA says $given', async ({ reply, gives, soon }) => {
    const { checks, dueIn } = await setUp(() => reply);

    const [tagged] = await checks();

    expect(tagged).toMatchObject(gives);
    const minute = 60_000;
    expect((await dueIn()) <= minute).toBe(soon);
  });

  it('says of an engine that is not installed what to do', async () => {
    const { checks } = await setUp(() => 'hang', { opa: false });

    expect(await checks()).toMatchObject([
      {
        check: 'tagged',
        status: 'unknown',
        error: true,
        because: expect.stringContaining('The engine opa is not installed'),
      },
      { check: 'covered' },
    ]);
  });

  it('keeps the days of numbers, and none of words', async () => {
    const { run, settle, knex } = await setUp(() => ({ body: {} }));
    await run('reported-facts');
    await settle();

    const kept = await knex('fact_snapshots')
      .where('fact', 'like', 'sonar.%')
      .select('fact', 'value');
    expect(kept).toEqual([{ fact: 'sonar.coverage', value: 0.9 }]);
  });
});
