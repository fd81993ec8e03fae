import { TestDatabases } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { writeInstant } from '../database/instants';
import { clear, migrate } from '../records/__testUtils__/testDatabase';
import { readSourceHealth } from './readSourceHealth';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const HOUR = 3_600_000;
const now = Date.parse('2026-11-23T12:00:00Z');

describe.each(databases.eachSupportedId())('source health on %s', id => {
  let knex: Knex;
  beforeAll(async () => {
    knex = await databases.init(id);
    await migrate(knex);
  });
  beforeEach(() => clear(knex));

  const deliver = (source: string, verdict: string, ...ages: number[]) =>
    knex('deliveries').insert(
      ages.map(age => ({
        source,
        id: `${source} ${verdict} ${age}`,
        dedupe_key: `${verdict} ${age}`,
        received_at: writeInstant(now - age * HOUR),
        headers: '{}',
        verdict,
        because: verdict === 'accepted' ? null : `because ${age}`,
        events: 0,
      })),
    );

  it('is empty before anything was delivered', async () => {
    expect(await readSourceHealth(knex, { now })).toEqual([]);
  });

  it('gives the last delivery, the verdicts of a day and the latest troubles', async () => {
    await deliver('github', 'accepted', 1, 2, 30);
    await deliver('github', 'rejected', 3, 40, 50, 60, 70, 80);
    await deliver('generic', 'accepted', 48);

    expect(await readSourceHealth(knex, { now })).toEqual([
      {
        source: 'generic',
        lastReceivedAt: now - 48 * HOUR,
        verdicts: [],
        latestTroubles: [],
      },
      {
        source: 'github',
        lastReceivedAt: now - HOUR,
        verdicts: [
          { status: 'accepted', deliveries: 2 },
          { status: 'rejected', deliveries: 1 },
        ],
        latestTroubles: [3, 40, 50, 60, 70].map(age => ({
          at: now - age * HOUR,
          status: 'rejected',
          because: `because ${age}`,
        })),
      },
    ]);
  });
});
