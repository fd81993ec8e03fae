import { TestDatabases, mockServices } from '@backstage/backend-test-utils';
import {
  builtInFacts,
  compilePolicy,
} from 'backstage-plugin-accountability-engine';
import { Knex } from 'knex';
import { migrate } from '../database/__testUtils__/testCatalog';
import { insertRows } from '../database/insertRows';
import { createRegressionTask } from './createRegressionTask';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const { signal } = new AbortController();
const start = Date.UTC(2026, 10, 23);
const entityRef = 'component:default/pay';
const policy = compilePolicy({
  digest: '',
  facts: builtInFacts,
  files: [
    {
      name: 'ready.yaml',
      text: `
apiVersion: accountability.io/v1alpha1
kind: Scorecard
metadata: { name: ready, title: Ready }
spec:
  levels: [bronze]
  checks:
    - id: scan
      title: Scan is fresh
      burden: security
      level: bronze
      mode: enforce
      expression: reliability.incidents == 0.0
    - id: tests
      title: Tests pass
      burden: pipeline
      mode: warn
      expression: reliability.incidents == 0.0
`,
    },
  ],
});

async function addFail(knex: Knex, check: string): Promise<void> {
  const of = { entity_ref: entityRef, scorecard: 'ready', check_id: check };
  const at = new Date(start);
  await insertRows(knex, { table: 'services', key: ['entity_ref'] }, [
    {
      entity_ref: entityRef,
      title: 'Payments',
      kind: 'Component',
      owner_ref: 'group:default/checkout',
      owner_resolves: true,
      entity: '{}',
      digest: '',
    },
  ]);
  await insertRows(knex, { table: 'check_results' }, [
    { ...of, burden: 'security', status: 'fail', since: at },
  ]);
  await insertRows(knex, { table: 'transitions' }, [
    { ...of, at, from_status: 'pass', to_status: 'fail', because: '' },
  ]);
}

describe('the task that tells groups of checks that fail', () => {
  async function setUp(given: { notify?: boolean; isDown?: boolean } = {}) {
    const knex = await databases.init('SQLITE_3');
    await migrate(knex);
    const told: string[] = [];
    const sent: unknown[] = [];
    const { regressions } = createRegressionTask({
      config: mockServices.rootConfig({
        data: { accountability: { regressions: { notify: given.notify } } },
      }),
      knex,
      logger: mockServices.logger.mock({ warn: text => told.push(text) }),
      notifications: {
        send: async ({ payload }) => {
          if (given.isDown) throw new Error('Nobody answers');
          sent.push(payload.title);
        },
      },
      policy: { current: async () => policy },
      stop: signal,
      now: () => start + 6 * 60_000,
    });
    return { knex, regressions, sent, told };
  }

  it('names a check as the policy does, and leaves out what is not enforced', async () => {
    const { knex, regressions, sent } = await setUp();
    await addFail(knex, 'scan');
    await addFail(knex, 'tests');
    await addFail(knex, 'gone-from-the-policy');

    await regressions(signal);

    expect(sent).toEqual(['Payments: 1 check fails since lately']);
  });

  it('says what to do where nobody takes notifications', async () => {
    const { knex, regressions, told } = await setUp({ isDown: true });
    await addFail(knex, 'scan');

    await regressions(signal);

    expect(told).toEqual([
      expect.stringMatching(/^1 groups.*notify to false\. Nobody answers$/),
    ]);
  });

  it('tells nobody where that is switched off', async () => {
    const { knex, regressions, sent } = await setUp({ notify: false });
    await addFail(knex, 'scan');

    await regressions(signal);

    expect(sent).toEqual([]);
  });
});
