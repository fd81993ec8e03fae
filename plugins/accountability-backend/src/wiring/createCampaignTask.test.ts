import { TestDatabases, mockServices } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { migrate } from '../database/__testUtils__/testCatalog';
import { insertRows } from '../database/insertRows';
import { writeInstant } from '../database/instants';
import { createCampaign, turnCampaign } from '../governance';
import { createCampaignTask } from './createCampaignTask';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const { signal } = new AbortController();
const start = Date.UTC(2026, 10, 23);
const DAY = 86_400_000;
const owner = 'group:default/checkout';
const known = [{ scorecard: 'ready', check: 'scan' }];

async function addService(knex: Knex, name: string): Promise<void> {
  const entityRef = `component:default/${name}`;
  await insertRows(knex, { table: 'services' }, [
    {
      entity_ref: entityRef,
      title: name,
      kind: 'Component',
      owner_ref: owner,
      owner_resolves: true,
      entity: '{}',
      digest: '',
    },
  ]);
  await insertRows(knex, { table: 'check_results' }, [
    {
      entity_ref: entityRef,
      scorecard: 'ready',
      check_id: 'scan',
      burden: 'security',
      status: 'fail',
      since: writeInstant(start),
    },
  ]);
}

async function begin(knex: Knex, title: string, days: number) {
  const plan = {
    title,
    checks: known,
    targetAt: start + days * DAY,
    milestones: [],
    remindEveryDays: 7,
  };
  const given = { known, by: 'user:default/kim', at: start };
  const outcome = await createCampaign(knex, { plan, ...given });
  if (!('campaign' in outcome)) throw new Error('It was not kept');
  const { id } = outcome.campaign;
  await turnCampaign(knex, { id, state: 'active', ...given });
  return id;
}

describe.each(databases.eachSupportedId())('campaign task on %s', id => {
  async function setUp(
    given: { notify?: boolean; isDown?: boolean; services?: string[] } = {},
  ) {
    const knex = await databases.init(id);
    await migrate(knex);
    for (const name of given.services ?? ['pay', 'cart']) {
      await addService(knex, name);
    }
    const sent: object[] = [];
    const told: string[] = [];
    const { campaignReminders } = createCampaignTask({
      config: mockServices.rootConfig({
        data: { accountability: { campaigns: { notify: given.notify } } },
      }),
      logger: mockServices.logger.mock({ warn: text => told.push(text) }),
      notifications: {
        send: async notification => {
          if (given.isDown) throw new Error('Nobody answers');
          sent.push(notification);
        },
      },
      knex,
      now: () => start,
      stop: signal,
    });
    return { knex, run: () => campaignReminders(signal), sent, told };
  }

  it('names the one campaign and leads to its page', async () => {
    const { knex, run, sent } = await setUp();
    const campaign = await begin(knex, 'Scan', 90);

    await run();

    expect(sent).toEqual([
      {
        recipients: { type: 'entity', entityRef: owner },
        payload: {
          title: 'Scan: 2 of your 2 services are left',
          description:
            'Scan: 2 of your 2 services are left, to be done by 2027-02-21.',
          link: `/accountability/campaigns/${campaign}`,
          severity: 'normal',
          topic: 'Accountability: campaigns',
          scope: `accountability:campaigns:${owner}`,
        },
      },
    ]);
  });

  it('names several in one, the nearest target first', async () => {
    const { knex, run, sent } = await setUp({ services: ['pay'] });
    for (const days of [70, 60, 50, 40, 30, 20]) {
      await begin(knex, `C${days}`, days);
    }

    await run();

    expect(sent).toEqual([
      expect.objectContaining({
        payload: expect.objectContaining({
          title: '6 campaigns have something left for you',
          description: expect.stringMatching(
            /^C20: your one service is left, to be done by 2026-12-13\. C30.* C60: .*\. 1 more\.$/,
          ),
          link: '/accountability/campaigns',
        }),
      }),
    ]);
  });

  it('says what to do where nobody takes notifications', async () => {
    const { knex, run, told } = await setUp({ isDown: true });
    await begin(knex, 'Scan', 90);

    await run();

    expect(told).toEqual([
      expect.stringMatching(
        /^1 owners .*accountability\.campaigns\.notify to false\. Nobody answers$/,
      ),
    ]);
  });

  it('notifies nobody where that is switched off', async () => {
    const { knex, run, sent } = await setUp({ notify: false });
    await begin(knex, 'Scan', 90);

    await run();

    expect(sent).toEqual([]);
  });
});
