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
      given: {
        weekly?: boolean;
        isDown?: boolean;
        turnedAt?: number;
        groupsBelow?: number;
        unknownSince?: boolean;
      } = {},
    ) {
      const { weekly, isDown = false, turnedAt = monday - DAY } = given;
      const knex = await databases.init(id);
      await migrate(knex);
      await addFails(knex, turnedAt);
      await addBelow(knex, given.groupsBelow ?? 0);
      if (given.unknownSince) await forgetResults(knex);
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

    it('names what is most worth doing of its own services, however much more there is to do in groups below', async () => {
      const { sent, run } = await setUp({ groupsBelow: 12 });

      await run();

      expect(sent).toEqual([
        'Worse: Payments Scan is fresh. Most worth doing: Scan is fresh (1 service, about 2 d of work).',
      ]);
    });

    it('names the burden of which more is unknown than known', async () => {
      const { sent, run } = await setUp({ unknownSince: true });

      await run();

      expect(sent).toEqual([
        'Worse: Payments Scan is fresh. Most worth doing: in security 3 of 3 results are unknown (1 service).',
      ]);
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

/** Groups below the owner, each with two services that fail what its one service fails, and for longer. */
async function addBelow(knex: Knex, groups: number): Promise<void> {
  const below = Array.from({ length: groups }, (_, i) => `group:default/g${i}`);
  const services = below.flatMap((group, i) =>
    [1, 2].map(n => ({ group, ref: `component:default/s${i}-${n}` })),
  );
  await insertRows(
    knex,
    { table: 'groups' },
    below.map(group_ref => ({
      ...{ group_ref, title: group_ref, parent_ref: owner },
    })),
  );
  await insertRows(
    knex,
    { table: 'group_closure' },
    below.flatMap(descendant_ref => [
      { ancestor_ref: owner, descendant_ref, depth: 1 },
      { ancestor_ref: descendant_ref, descendant_ref, depth: 0 },
    ]),
  );
  await insertRows(
    knex,
    { table: 'services' },
    services.map(({ group, ref }) => ({
      ...{ entity_ref: ref, title: ref, kind: 'Component' },
      ...{ owner_ref: group, owner_resolves: true, entity: '{}', digest: '' },
    })),
  );
  await insertRows(
    knex,
    { table: 'check_results' },
    services.map(({ ref }) => ({
      ...{ entity_ref: ref, scorecard: 'ready', check_id: 'scan' },
      ...{ burden: 'security', status: 'fail', mode: 'enforce' },
      since: writeInstant(monday - 30 * DAY),
    })),
  );
}

/** All that counts for the owner's service, two things more among it, is unknown now. */
async function forgetResults(knex: Knex): Promise<void> {
  await insertRows(
    knex,
    { table: 'check_results' },
    ['signed', 'patched'].map(check_id => ({
      ...{ entity_ref: entityRef, scorecard: 'ready', check_id },
      ...{ burden: 'security', status: 'fail', mode: 'enforce' },
      since: writeInstant(monday - DAY),
    })),
  );
  await knex('check_results').update({ status: 'unknown' });
}
