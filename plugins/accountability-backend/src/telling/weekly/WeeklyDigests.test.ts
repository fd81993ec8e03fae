import { TestDatabases } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { migrate } from '../../database/__testUtils__/testCatalog';
import { insertRows } from '../../database/insertRows';
import { writeInstant } from '../../database/instants';
import { WeeklyDigest } from './WeeklyDigest';
import { WeeklyDigests } from './WeeklyDigests';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const at = (text: string) => Date.parse(`2026-11-${text}Z`);
const ref = (name: string) => `group:default/${name}`;
type Week = Omit<WeeklyDigest, 'owner' | 'at'>;
const quiet = { levels: [], worse: [], better: [], due: [] };
const news: Week = {
  ...quiet,
  worse: [{ service: 'Pay', check: 'Scan is fresh' }],
};

describe.each(databases.eachSupportedId())('the week of groups on %s', id => {
  async function setUp(
    given: { groups?: Record<string, string | null>; gone?: string[] } = {},
  ) {
    const { groups = { core: null }, gone = [] } = given;
    const knex = await databases.init(id);
    await migrate(knex);
    await addGroups(knex, groups, gone);
    const sent: WeeklyDigest[] = [];
    const outside: { isDown: boolean; digest: Week; gathered: number } = {
      ...{ isDown: false, digest: news, gathered: 0 },
    };
    const create = () =>
      new WeeklyDigests({
        database: knex,
        gather: async () => {
          outside.gathered += 1;
          return outside.digest;
        },
        send: async digest => {
          if (outside.isDown) throw new Error('Nobody takes it');
          sent.push(digest);
        },
      });
    return {
      ...{ knex, sent, outside },
      /** On a replica of its own. */
      run: (text: string) => create().run({ now: at(text) }),
      told: () => sent.map(({ owner }) => owner),
    };
  }

  it('is told once, on Monday at 08:00, and again a week later', async () => {
    const { sent, run } = await setUp();

    for (const text of [
      ...['22T23:00', '23T07:59', '23T08:00', '23T08:05', '24T07:00'],
      ...['27T12:00', '30T07:55', '30T08:00', '30T12:00'],
    ]) {
      await run(text);
    }

    expect(sent).toEqual([
      { owner: ref('core'), at: at('23T08:00'), ...news },
      { owner: ref('core'), at: at('30T08:00'), ...news },
    ]);
  });

  it('begins by the clock of each group', async () => {
    const { run, told } = await setUp({
      groups: { auckland: 'Pacific/Auckland', berlin: 'Europe/Berlin' },
    });

    await run('22T19:00');
    expect(told()).toEqual([ref('auckland')]);
    await run('23T06:55');
    expect(told()).toHaveLength(1);
    await run('23T07:00');
    expect(told()).toEqual([ref('auckland'), ref('berlin')]);
  });

  it('is not told to a group that owns no service any more', async () => {
    const { run, told } = await setUp({
      groups: { core: null, former: null },
      gone: ['former'],
    });

    await run('23T08:00');

    expect(told()).toEqual([ref('core')]);
  });

  it('is not told where there is no news, nor read again that week', async () => {
    const { outside, sent, run } = await setUp();
    outside.digest = { ...quiet, worth: 'Scan' };

    expect(await run('23T08:00')).toEqual({ owners: 0, failed: 0 });
    outside.digest = news;
    await run('23T09:00');

    expect(sent).toEqual([]);
    expect(outside.gathered).toBe(1);
  });

  it('is tried again later and later where nobody takes it, until it is a day old', async () => {
    const { outside, told, run } = await setUp();
    outside.isDown = true;

    const failed = [];
    for (const text of ['23T08:00', '23T08:00:30', '23T08:01', '23T08:02']) {
      failed.push((await run(text)).failed);
    }
    expect(failed).toEqual([1, 0, 1, 0]);
    expect((await run('23T08:03')).because).toBe('Nobody takes it');
    outside.isDown = false;
    await run('24T08:00');
    expect(told()).toEqual([]);
    await run('30T08:00');
    expect(told()).toEqual([ref('core')]);
  });

  it('is told by one of several replicas', async () => {
    const { run, told } = await setUp({ groups: { core: null, risk: null } });

    await Promise.all([run('23T08:00'), run('23T08:00'), run('23T08:00')]);

    expect(told().sort()).toEqual([ref('core'), ref('risk')]);
  });

  it('is told by another replica once the one that claimed it is gone', async () => {
    const { knex, run, told } = await setUp();
    await knex('weekly_digests').insert({
      ...{ owner_ref: ref('core'), attempts: 0, lease: 'of one that crashed' },
      due_at: writeInstant(at('23T08:00')),
      leased_until: writeInstant(at('23T08:05')),
    });

    await run('23T08:04');
    expect(told()).toEqual([]);
    await run('23T08:05');

    expect(told()).toEqual([ref('core')]);
  });
});

/** Groups with their zones, each with a service; gone from the catalog of some. */
async function addGroups(
  knex: Knex,
  groups: Record<string, string | null>,
  gone: readonly string[],
): Promise<void> {
  await insertRows(
    knex,
    { table: 'groups' },
    Object.entries(groups).map(([name, zone]) => ({
      ...{ group_ref: ref(name), title: name, zone },
    })),
  );
  await insertRows(
    knex,
    { table: 'services' },
    Object.keys(groups).map(name => ({
      ...{ entity_ref: `component:default/${name}`, title: name },
      ...{ kind: 'Component', owner_ref: ref(name), owner_resolves: true },
      ...{ entity: '{}', digest: '' },
      removed_at: gone.includes(name) ? writeInstant(at('01T00:00')) : null,
    })),
  );
}
