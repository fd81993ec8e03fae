import { TestDatabases } from '@backstage/backend-test-utils';
import { migrate } from '../../database/__testUtils__/testCatalog';
import { insertRows } from '../../database/insertRows';
import { writeInstant } from '../../database/instants';
import { createCampaign, turnCampaign } from '../../governance';
import { CampaignDigest } from './CampaignDigest';
import { CampaignReminders } from './CampaignReminders';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const DAY = 86_400_000;
const start = Date.UTC(2026, 10, 23);
const after = (days: number) => start + days * DAY;
const a = 'group:default/a';
const b = 'group:default/b';
const by = 'user:default/kim';
const checks = ['scan', 'tests'].map(check => ({ scorecard: 'ready', check }));

describe.each(databases.eachSupportedId())('reminders on %s', id => {
  async function setUp() {
    const knex = await databases.init(id);
    await migrate(knex);
    const services = { pay: a, cart: a, search: b };
    await insertRows(
      knex,
      { table: 'services' },
      Object.entries(services).map(([name, owner]) => ({
        entity_ref: `component:default/${name}`,
        title: name,
        kind: 'Component',
        owner_ref: owner,
        owner_resolves: true,
        entity: '{}',
        digest: '',
      })),
    );
    const results = (name: string, check: string, status: string) => ({
      entity_ref: `component:default/${name}`,
      scorecard: 'ready',
      check_id: check,
      burden: 'security',
      status,
      since: writeInstant(start),
    });
    await insertRows(knex, { table: 'check_results' }, [
      results('pay', 'scan', 'fail'),
      results('cart', 'scan', 'pass'),
      results('search', 'scan', 'pass'),
      results('pay', 'tests', 'pass'),
      results('search', 'tests', 'unknown'),
    ]);
    const sent: CampaignDigest[] = [];
    const outside = { isDown: false };
    const run = (days: number) =>
      CampaignReminders.create({
        database: knex,
        send: async digest => {
          if (outside.isDown) throw new Error('Nobody answers');
          sent.push(digest);
        },
      }).run({ now: after(days) });
    const begin = async (check: string, remindEveryDays = 7, days = 0) => {
      const plan = {
        title: check,
        checks: checks.filter(one => one.check === check),
        targetAt: after(90),
        milestones: [],
        remindEveryDays,
      };
      const given = { known: checks, by, at: after(days) };
      const outcome = await createCampaign(knex, { plan, ...given });
      if (!('campaign' in outcome)) throw new Error('It was not kept');
      const { id: campaign } = outcome.campaign;
      await turnCampaign(knex, { id: campaign, state: 'active', ...given });
      return campaign;
    };
    const told = () =>
      sent.splice(0).map(({ owner, campaigns }) => {
        const parts = campaigns.map(
          ({ title, left, total }) => `${title} ${left}/${total}`,
        );
        return [owner, ...parts].join(' ');
      });
    const settle = (name: string) =>
      knex('check_results')
        .where({ entity_ref: `component:default/${name}` })
        .update({ status: 'pass' });
    return { knex, run, begin, told, settle, outside };
  }

  it('go to owners with something left when a campaign begins, then every so many days', async () => {
    const { run, begin, told } = await setUp();
    const campaign = await begin('scan');

    const first = await run(0.1);
    expect(told()).toEqual([`${a} scan 1/2`]);
    await run(1);
    await run(7);
    expect(told()).toEqual([]);
    await run(7.1);
    expect(told()).toEqual([`${a} scan 1/2`]);
    expect(first).toEqual({ owners: 1, failed: 0 });
    expect(campaign).toEqual(expect.any(String));
  });

  it('are one for all campaigns of an owner, which then go on together', async () => {
    const { run, begin, told, knex } = await setUp();
    await knex('check_results').update({ status: 'fail' });
    await begin('scan');
    await run(0);
    expect(told()).toEqual([`${a} scan 2/2`, `${b} scan 1/1`]);

    await begin('tests', 14, 2);
    await run(2);
    expect(told()).toEqual([
      `${a} scan 2/2 tests 1/1`,
      `${b} scan 1/1 tests 1/1`,
    ]);
    await run(7);
    expect(told()).toEqual([]);
    await run(9);
    expect(told()).toHaveLength(2);
    await run(16);
    expect(told()).toHaveLength(2);
  });

  it('come once more a week before the target', async () => {
    const { run, begin, told } = await setUp();
    await begin('scan', 60);

    await run(0);
    await run(60);
    await run(82);
    expect(told()).toHaveLength(2);
    await run(83);
    await run(84);
    expect(told()).toHaveLength(1);
  });

  it('end with what is left, with the campaign, and where it reminds nobody', async () => {
    const { knex, run, begin, told, settle } = await setUp();
    const campaign = await begin('scan');
    await begin('tests', 0);
    await run(0);
    expect(told()).toEqual([`${a} scan 1/2`]);

    await turnCampaign(knex, {
      id: campaign,
      state: 'ended',
      known: checks,
      by,
      at: after(1),
    });
    await run(8);
    expect(told()).toEqual([]);
    expect(await knex('campaign_reminders')).toEqual([]);
    await begin('scan', 7, 9);
    await settle('pay');
    await run(10);
    expect(told()).toEqual([]);
  });

  it('are sent once by however many replicas', async () => {
    const { run, begin, told } = await setUp();
    await begin('scan');

    await Promise.all([run(0), run(0), run(0)]);
    expect(told()).toEqual([`${a} scan 1/2`]);
    await Promise.all([run(7), run(7), run(7)]);
    expect(told()).toEqual([`${a} scan 1/2`]);
  });

  it('that could not be sent are sent by the next run', async () => {
    const { run, begin, told, outside } = await setUp();
    await begin('scan');
    outside.isDown = true;

    const down = await run(0);
    outside.isDown = false;
    await run(0.1);
    expect(down).toEqual({ owners: 0, failed: 1, because: 'Nobody answers' });
    expect(told()).toEqual([`${a} scan 1/2`]);
    outside.isDown = true;
    await run(7.1);
    outside.isDown = false;
    await run(7.2);
    expect(told()).toEqual([`${a} scan 1/2`]);
  });

  it('tell nobody of a draft', async () => {
    const { knex, run, told } = await setUp();
    await createCampaign(knex, {
      plan: {
        title: 'Draft',
        checks,
        targetAt: after(90),
        milestones: [],
        remindEveryDays: 7,
      },
      known: checks,
      by,
      at: start,
    });

    await run(1);

    expect(told()).toEqual([]);
  });
});
