import { TestDatabases, mockServices } from '@backstage/backend-test-utils';
import {
  builtInFacts,
  compilePolicy,
} from 'backstage-plugin-accountability-engine';
import { Knex } from 'knex';
import { migrate } from '../database/__testUtils__/testCatalog';
import { insertRows } from '../database/insertRows';
import { writeInstant } from '../database/instants';
import { DebtCosts, OrganisationIndex } from '../organisation';
import { createWeeklyTask } from './createWeeklyTask';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const DAY = 86_400_000;
const monday = Date.UTC(2026, 10, 23, 8);
const entityRef = 'component:default/pay';
const owner = 'group:default/checkout';
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
    - { id: scan, title: Scan is fresh, burden: security, level: bronze, effortDays: 2, expression: reliability.incidents == 0.0 }
    - { id: idea, title: An idea, burden: security, mode: audit, expression: reliability.incidents == 0.0 }
`,
    },
  ],
});

describe.each(databases.eachSupportedId())(
  'the task that tells groups their week on %s',
  id => {
    async function setUp(
      given: { weekly?: boolean; isDown?: boolean; turnedAt?: number } = {},
    ) {
      const { weekly, isDown = false, turnedAt = monday - DAY } = given;
      const knex = await databases.init(id);
      await migrate(knex);
      await addFails(knex, turnedAt);
      const logger = mockServices.logger.mock();
      const sent: (string | undefined)[] = [];
      const organisation = new OrganisationIndex({
        ...{ database: knex, logger, checks: async () => new Map() },
        costs: new DebtCosts(new Map()),
        behind: async () => 0,
        now: () => monday,
      });
      const { weeklyDigests } = createWeeklyTask({
        ...{ knex, logger, organisation, costs: new DebtCosts(new Map()) },
        policy: { current: async () => policy },
        config: mockServices.rootConfig({
          data: {
            accountability: {
              attestation: { everyDays: 0 },
              ...(weekly !== undefined && { digest: { weekly } }),
            },
          },
        }),
        notifications: {
          send: async ({ payload }) => {
            if (isDown) throw new Error('There are no notifications here');
            sent.push(payload.description);
          },
        },
        stop: new AbortController().signal,
        now: () => monday,
      });
      const run = () => weeklyDigests(new AbortController().signal);
      return { logger, sent, run };
    }

    it('tells what turned and what is most worth doing', async () => {
      const { sent, run, logger } = await setUp();

      await run();
      await run();

      expect(sent).toEqual([
        'Worse: Payments Scan is fresh. Most worth doing: Scan is fresh (1 service, about 2 d of work).',
      ]);
      expect(logger.info).toHaveBeenCalledWith('1 groups are told their week');
    });

    it('tells nothing where nothing turned in the week', async () => {
      const { sent, run } = await setUp({ turnedAt: monday - 8 * DAY });

      await run();

      expect(sent).toEqual([]);
    });

    it('tells nobody where it is off', async () => {
      const { sent, run } = await setUp({ weekly: false });

      await run();

      expect(sent).toEqual([]);
    });

    it('warns where notifications are not to be had', async () => {
      const { run, logger } = await setUp({ isDown: true });

      await run();

      expect(logger.warn).toHaveBeenCalledWith(
        expect.stringContaining('set accountability.digest.weekly to false'),
      );
    });
  },
);

async function addFails(knex: Knex, turnedAt: number): Promise<void> {
  const at = writeInstant(turnedAt);
  await insertRows(knex, { table: 'groups' }, [
    { group_ref: owner, title: 'Checkout' },
  ]);
  await insertRows(knex, { table: 'group_closure' }, [
    { ancestor_ref: owner, descendant_ref: owner, depth: 0 },
  ]);
  await insertRows(knex, { table: 'services' }, [
    {
      ...{ entity_ref: entityRef, title: 'Payments', kind: 'Component' },
      ...{ owner_ref: owner, owner_resolves: true, entity: '{}', digest: '' },
    },
  ]);
  const checks = ['scan', 'idea'].map(check => ({
    ...{ entity_ref: entityRef, scorecard: 'ready', check_id: check },
  }));
  await insertRows(
    knex,
    { table: 'check_results' },
    checks.map(of => ({
      ...{ ...of, burden: 'security', status: 'fail', since: at },
      mode: of.check_id === 'idea' ? 'audit' : 'enforce',
    })),
  );
  await insertRows(
    knex,
    { table: 'transitions' },
    checks.map(of => ({
      ...{ ...of, at, from_status: 'pass', to_status: 'fail', because: '' },
    })),
  );
}
