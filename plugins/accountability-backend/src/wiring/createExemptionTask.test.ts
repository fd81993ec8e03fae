import { TestDatabases, mockServices } from '@backstage/backend-test-utils';
import { requestExemption } from '../governance';
import { migrate } from '../database/__testUtils__/testCatalog';
import { createExemptionTask } from './createExemptionTask';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const { signal } = new AbortController();
const start = Date.UTC(2026, 10, 23);
const minute = 60_000;

describe.each(databases.eachSupportedId())(
  'notices of exemptions on %s',
  id => {
    async function setUp(given: { notify?: boolean; isDown?: boolean } = {}) {
      const knex = await databases.init(id);
      await migrate(knex);
      await knex.transaction(trx =>
        requestExemption(trx, {
          scorecard: 'ready',
          check: 'owned',
          subject: { by: 'service', ref: 'component:default/payments' },
          reason: 'The team is being formed anew',
          requestedBy: 'user:default/kim',
          requestedAt: start,
          expiresAt: start + 9 * 86_400_000,
        }),
      );
      const clock = { now: start + minute };
      const told: string[] = [];
      const sent: object[] = [];
      const { exemptionNotices } = createExemptionTask({
        config: mockServices.rootConfig({
          data: {
            accountability: {
              exemptions: {
                approvers: ['group:default/security'],
                notify: given.notify,
              },
            },
          },
        }),
        knex,
        logger: mockServices.logger.mock({ warn: text => told.push(text) }),
        notifications: {
          send: async ({ recipients }) => {
            if (given.isDown) throw new Error('Nobody answers');
            sent.push(recipients);
          },
        },
        stop: signal,
        now: () => clock.now,
      });
      return { run: () => exemptionNotices(signal), clock, told, sent };
    }

    it('go to the groups that approve, once', async () => {
      const { run, sent, told } = await setUp();

      await run();
      await run();

      expect(sent).toEqual([
        { type: 'entity', entityRef: 'group:default/security' },
      ]);
      expect(told).toEqual([]);
    });

    it('say what to do where nobody takes them, and are tried again after ten minutes', async () => {
      const { run, clock, told } = await setUp({ isDown: true });

      await run();
      await run();
      clock.now += 10 * minute;
      await run();

      expect(told).toEqual([
        expect.stringMatching(
          /^1 notifications.*notify to false\. Nobody answers$/,
        ),
        expect.stringMatching(/^1 notifications/),
      ]);
    });

    it('go to nobody where they are switched off', async () => {
      const { run, sent } = await setUp({ notify: false });

      await run();

      expect(sent).toEqual([]);
    });
  },
);
