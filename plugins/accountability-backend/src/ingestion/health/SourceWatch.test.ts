import { TestDatabases } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { writeInstant } from '../../database/instants';
import { clear, migrate } from '../../records/__testUtils__/testDatabase';
import { readQuietSources } from './readQuietSources';
import { SourceWatch } from './SourceWatch';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const now = Date.parse('2026-11-23T12:00:00Z');

describe.each(databases.eachSupportedId())('the watch on %s', id => {
  let knex: Knex;
  beforeAll(async () => {
    knex = await databases.init(id);
    await migrate(knex);
  });
  beforeEach(() => clear(knex));

  const deliver = (source: string, at: number) =>
    knex('source_states')
      .insert({ source, heard_at: writeInstant(at) })
      .onConflict('source')
      .merge();

  /** A source that sent forty deliveries an hour for four weeks, the last of them at an instant. */
  async function regular(source: string, lastAt: number) {
    const counts = { ignored: 0, unsupported: 0, rejected: 0, refused: 0 };
    const hours = Array.from({ length: 29 * 24 }, (_, index) => ({
      source,
      hour: writeInstant(now - index * HOUR),
      writer: 'w',
      accepted: 40,
      ...counts,
      events: 0,
      timed: 0,
      lag_ms: 0,
      longest_lag_ms: 0,
    }));
    await knex.batchInsert('source_hours', hours, 100);
    await deliver(source, lastAt);
  }

  function setUp() {
    const changed: string[][] = [];
    const watch = SourceWatch.create({
      database: knex,
      onChanged: async (_, sources) => {
        changed.push([...sources]);
      },
    });
    return { watch, changed };
  }

  /** Beats once a minute, as the scheduler makes it, until an instant. */
  async function runUntil(watch: SourceWatch, from: number, to: number) {
    for (let at = from; at <= to; at += 2 * MINUTE)
      await watch.run({ now: at });
  }

  it('tells once of a source that went quiet, and once of its coming back', async () => {
    await regular('github', now);
    const { watch, changed } = setUp();

    await runUntil(watch, now, now + 40 * MINUTE);
    const quiet = await readQuietSources(knex);
    await deliver('github', now + 41 * MINUTE);
    await runUntil(watch, now + 42 * MINUTE, now + 46 * MINUTE);

    expect(quiet).toEqual([
      {
        source: 'github',
        since: now,
        because: expect.stringContaining('Nothing came for'),
      },
    ]);
    expect(changed).toEqual([['github'], ['github']]);
    expect(await readQuietSources(knex)).toEqual([]);
  });

  it('calls nothing quiet right after a time in which nobody listened', async () => {
    await regular('github', now - 10 * HOUR);
    const { watch, changed } = setUp();
    await watch.run({ now: now - 10 * HOUR });

    await runUntil(watch, now, now + 10 * MINUTE);

    expect(changed).toEqual([]);
  });
});
