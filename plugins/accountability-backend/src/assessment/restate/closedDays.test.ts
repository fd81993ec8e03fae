import { TestDatabases } from '@backstage/backend-test-utils';
import { RecordEvent } from 'backstage-plugin-accountability-common';
import { component, group } from '../../database/__testUtils__/testCatalog';
import { readInstant } from '../../database/instants';
import { readScorecard } from '../reads/readScorecard';
import {
  broke,
  createWorkbench,
  day,
  deployed,
  hour,
  resolved,
  start,
} from '../__testUtils__/createWorkbench';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const ref = 'component:default/pay';
const subject = 'github:acme/pay';
const entities = [
  group('a'),
  component('pay', { owner: 'a', slug: 'acme/pay' }),
];
const holes = 'security.known_exploited_open_days';
const rate = 'reliability.change_fail_rate';
const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10);

describe.each(databases.eachSupportedId())('closed days on %s', id => {
  async function setUp() {
    const bench = await createWorkbench(await databases.init(id));
    await bench.sync(entities);
    const settle = async () => {
      do await bench.worker.drain();
      while (await bench.restater.restateOne());
    };
    const valueOf = async (fact: string, at: number) => {
      const shown = await readScorecard(bench.knex, {
        entityRef: ref,
        now: bench.clock.now,
      });
      const points = shown?.trends[fact] ?? [];
      return points.find(point => point.day === dayOf(at))?.value;
    };
    return { ...bench, settle, valueOf };
  }

  it('know a finding as fixed since a report named it no more, and as open before', async () => {
    const bench = await setUp();
    const said = (at: number): RecordEvent[] => [
      {
        kind: 'report',
        record: `${subject}#report-${at}`,
        subject,
        at,
        state: 'uploaded',
        format: 'sarif',
        series: 'scan',
      },
    ];
    const found: RecordEvent = {
      kind: 'finding',
      record: `${subject}#hole`,
      subject,
      at: start - 20 * day,
      state: 'open',
      series: 'scan',
      knownExploited: true,
    };

    await bench.deliver(
      [found, ...said(start - 20 * day), ...said(start - 5 * day)],
      start - 20 * day,
    );
    await bench.settle();

    expect(await bench.valueOf(holes, start - 6 * day)).toBe(14);
    expect(await bench.valueOf(holes, start - 5 * day)).toBe(0);
    expect(await bench.valueOf(holes, start)).toBe(0);
  });

  it('that end otherwise than it stands today leave a turn of today, with its reason', async () => {
    const bench = await setUp();
    // The owner is known since the first sync; before, nobody knows.
    await bench.worker.drain();
    await bench.deliver(
      [resolved(subject, start - 20 * day), deployed(subject, start - day)],
      start - 20 * day,
    );

    await bench.settle();

    const turns = await bench.knex('transitions').orderBy('check_id');
    const told = turns.map(turn => ({ ...turn, at: readInstant(turn.at) }));
    const [scorecard] =
      (await readScorecard(bench.knex, { entityRef: ref }))?.assessment
        ?.scorecards ?? [];
    const [check] = scorecard.checks;
    expect(told).toMatchObject([
      {
        check_id: '',
        at: start,
        from_status: 'none',
        to_status: 'bronze',
        because: 'Every check up to bronze passes or is exempt',
      },
      {
        check_id: 'owner-exists',
        at: start,
        from_status: 'unknown',
        to_status: 'pass',
        because: check.because,
      },
    ]);
    expect(check.since).toBe(start);
  });

  it('on which nobody assessed are told once somebody does', async () => {
    const bench = await setUp();
    await bench.deliver([
      resolved(subject, start - 200 * day),
      ...Array.from({ length: 10 }, (_, i) =>
        deployed(subject, start - i * day - hour),
      ),
    ]);
    await bench.settle();

    bench.clock.now = start + 3 * day;
    await bench.settle();

    const days = [1, 2, 3].map(n => bench.valueOf(rate, start + n * day));
    expect(await Promise.all(days)).toEqual([0, 0, 0]);
  });

  it('have what came in before midnight and was assessed after', async () => {
    const bench = await setUp();
    await bench.deliver([
      resolved(subject, start - 200 * day),
      ...Array.from({ length: 10 }, (_, i) =>
        deployed(subject, start - i * day - hour),
      ),
    ]);
    await bench.settle();
    const midnight = Date.parse(`${dayOf(start + day)}T00:00:00Z`);

    bench.clock.now = midnight - 1000;
    await bench.deliver([broke(subject, midnight - 2000, start - hour)]);
    bench.clock.now = midnight + 1000;
    await bench.settle();

    expect(await bench.valueOf(rate, start)).toBe(0.1);
  });
});
