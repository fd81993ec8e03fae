import { TestDatabases } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { readInstant, writeInstant } from '../../database/instants';
import { clear, migrate } from '../../records/__testUtils__/testDatabase';
import { VerifiedDelivery } from '../VerifiedDelivery';
import { readSourceHealth } from './readSourceHealth';
import { SourceTally } from './SourceTally';

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

  const health = (on: string[] = []) => readSourceHealth(knex, { now, on });
  const perHour = (...counts: [hoursAgo: number, deliveries: number][]) => {
    const hours = Array(48).fill(0);
    counts.forEach(([hoursAgo, deliveries]) => {
      hours[47 - hoursAgo] = deliveries;
    });
    return hours;
  };
  const nothing = {
    on: false,
    verdicts: [],
    refused: 0,
    perHour: perHour(),
    latestTroubles: [],
  };

  it('is empty before anything was configured or delivered', async () => {
    expect(await health()).toEqual([]);
  });

  it('names a source that is on and never delivered', async () => {
    expect(await health(['github'])).toEqual([
      { ...nothing, source: 'github', on: true },
    ]);
  });

  it('gives the last delivery and the latest troubles of a source that is off', async () => {
    await deliver('github', 'accepted', 1, 2, 30);
    await deliver('github', 'rejected', 3, 40, 50, 60, 70, 80);

    expect(await health()).toEqual([
      {
        ...nothing,
        source: 'github',
        lastReceivedAt: now - HOUR,
        latestTroubles: [3, 40, 50, 60, 70].map(age => ({
          at: now - age * HOUR,
          status: 'rejected',
          because: `because ${age}`,
        })),
      },
    ]);
  });

  it('adds up what all replicas counted', async () => {
    const replicas = [new SourceTally(), new SourceTally()];
    replicas.forEach(tally => {
      tally.countDelivery(received({ hoursAgo: 0, lag: 1000 }));
      tally.countDelivery(received({ hoursAgo: 20, lag: 5000 }));
      tally.countDelivery(received({ hoursAgo: 30, lag: 9000 }));
      tally.countRefusal('github', { at: now - HOUR, because: 'Wrong' });
      tally.countLimited('github', now - HOUR);
    });
    for (const tally of replicas) await tally.flush(knex);
    replicas[0].countDelivery(received({ hoursAgo: 0, lag: 0 }));
    await replicas[0].flush(knex);

    expect(await health()).toMatchObject([
      {
        verdicts: [{ status: 'accepted', deliveries: 5 }],
        refused: 2,
        limited: 2,
        lastRefusal: { at: now - HOUR, because: 'Wrong' },
        lag: { mean: 2400, longest: 5000 },
        perHour: perHour([0, 3], [20, 2], [30, 2]),
      },
    ]);
  });

  it('counts nothing that was polled, and knows when a source was heard last', async () => {
    const tally = new SourceTally();
    tally.countDelivery(received({ hoursAgo: 3, lag: 0 }));
    tally.countDelivery({
      ...received({ hoursAgo: 0, lag: 90_000_000 }),
      dedupeKey: 'poll:deployments:1',
    });
    await tally.flush(knex);
    tally.countDelivery(received({ hoursAgo: 5, lag: 0 }));
    await tally.flush(knex);

    const [state] = await knex('source_states');

    expect(readInstant(state.heard_at)).toBe(now - 3 * HOUR);
    expect(await health()).toMatchObject([
      { lag: { longest: 0 }, perHour: perHour([3, 1], [5, 1]) },
    ]);
  });

  it('says what waits in the inbox, and why', async () => {
    await knex('inbox').insert(
      [0, 1].map(n => ({
        id: `${n}`,
        source: 'github',
        events: 1,
        due_at: writeInstant(now),
        attempts: n,
        trouble: n ? 'A row is broken' : null,
      })),
    );

    expect(await health(['github'])).toMatchObject([
      { waiting: { deliveries: 2, trouble: 'A row is broken' } },
    ]);
  });
});

/** A delivery of GitHub's, received so many hours before `now` and so late after what it tells (milliseconds). */
function received(given: { hoursAgo: number; lag: number }): VerifiedDelivery {
  const receivedAt = now - given.hoursAgo * HOUR;
  return {
    source: 'github',
    id: '',
    dedupeKey: '',
    receivedAt,
    headers: {},
    body: Buffer.alloc(0),
    collected: {
      status: 'accepted',
      events: [receivedAt - given.lag, receivedAt - 10 * HOUR].map(at => ({
        kind: 'alert',
        record: 'a',
        subject: 'a',
        state: 'firing',
        at,
      })),
    },
  };
}
