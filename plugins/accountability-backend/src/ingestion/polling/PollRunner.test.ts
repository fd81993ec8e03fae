import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { OutsideFault, Poller } from 'backstage-plugin-accountability-node';
import fc from 'fast-check';
import { Knex } from 'knex';
import { readInstant } from '../../database/instants';
import { PollBookmarkRow } from '../../database/tables';
import { clear, migrate } from '../../records/__testUtils__/testDatabase';
import { storeDeliveries } from '../inbox/storeDeliveries';
import { testKeyOf } from '../__testUtils__/testKeyOf';
import {
  createLedger,
  ledgerSource,
  Thing,
} from './__testUtils__/createLedger';
import { PollRunner } from './PollRunner';
import { PollRunnerOptions } from './PollRunnerOptions';
import { readPolling } from './readPolling';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const start = Date.parse('2026-11-23T12:00:00Z');
const SECOND = 1000;
const MINUTE = 60 * SECOND;

const unreachable = (until?: number) =>
  new OutsideFault('unreachable', 'Nobody is there', { until });
const limited = (until: number) =>
  new OutsideFault('limited', 'The quota is used up', { until });

describe.each(databases.eachSupportedId())('polling on %s', id => {
  let knex: Knex;
  let ledger: ReturnType<typeof createLedger>;
  let clock: { now: number };
  beforeAll(async () => {
    knex = await databases.init(id);
    await migrate(knex);
  });
  beforeEach(async () => {
    await clear(knex);
    await knex('poll_bookmarks').delete();
    ledger = createLedger();
    clock = { now: start };
  });

  /** One replica. */
  function replica(given: Partial<PollRunnerOptions> = {}) {
    const logger = mockServices.logger.mock();
    const runner = PollRunner.create({
      knex,
      pollers: [ledger.poller],
      sources: [ledgerSource],
      subjectsOf: async () => ['test:a'],
      store: deliveries => storeDeliveries(knex, deliveries),
      keyOf: testKeyOf,
      logger,
      now: () => clock.now,
      ...given,
    });
    const run = async (signal = new AbortController().signal) => {
      const [polled] = await runner.run({ signal });
      return polled;
    };
    return { run, logger };
  }

  const thing = (given: Partial<Thing> = {}): Thing => ({
    subject: 'test:a',
    id: 'x',
    at: start - SECOND,
    version: 1,
    ...given,
  });
  const add = (...given: Partial<Thing>[]) =>
    ledger.things.push(...given.map(thing));
  const bookmarks = (): Promise<PollBookmarkRow[]> =>
    knex('poll_bookmarks').orderBy(['stream', 'subject']);
  const bookmark = async () => (await bookmarks())[0];
  const bookmarkAt = async () => readInstant((await bookmark()).bookmark);
  /** What is stored, as `id/version`, once each. */
  const stored = async (): Promise<string[]> => {
    const rows: { body: Buffer }[] = await knex('deliveries').select('body');
    return rows
      .map(({ body }) => JSON.parse(body.toString()))
      .map((told: Thing) => `${told.id}/${told.version}`)
      .sort();
  };

  it('stores what it fetches as the deliveries of webhooks are stored', async () => {
    add({ id: 'x' });

    const polled = await replica().run();

    expect(polled).toEqual({
      source: 'test',
      passes: 1,
      pages: 1,
      stored: 1,
      failed: 0,
      limited: 0,
    });
    expect(await knex('deliveries')).toMatchObject([
      {
        source: 'test',
        verdict: 'accepted',
        headers: '{"x-type":"thing"}',
        dedupe_key: expect.stringMatching(/^poll:things:x:[0-9a-f]{32}$/),
      },
    ]);
    expect(await knex('inbox')).toMatchObject([{ source: 'test', events: 1 }]);
    expect(await bookmark()).toMatchObject({
      subject: 'test:a',
      failures: 0,
      trouble: null,
      lease: null,
      pass: null,
      etag: 'etag-1',
    });
    expect(await bookmarkAt()).toBe(start - SECOND);
  });

  it('goes back a span at first, then an overlap before its bookmark', async () => {
    add({ id: 'old', at: start - 111 * SECOND }, { id: 'x' });
    const { run } = replica();

    await run();
    clock.now += MINUTE;
    const again = await run();

    expect(ledger.asked.map(({ from }) => from)).toEqual([
      start - 110 * SECOND,
      start - 11 * SECOND,
    ]);
    expect(ledger.asked.map(({ etag }) => etag)).toEqual([undefined, 'etag-2']);
    expect(again.stored).toBe(0);
    expect(await stored()).toEqual(['x/1']);
  });

  it('asks for nothing before its time', async () => {
    const { run } = replica();

    await run();
    clock.now += MINUTE - 1;
    await run();

    expect(ledger.asked).toHaveLength(1);
  });

  it('loses nothing of one instant or of none, and stores two changes within one second', async () => {
    add(
      ...['a', 'b', 'c', 'd', 'e'].map(name => ({ id: name })),
      { id: 'none', at: null },
      { id: 'repeated' },
      { id: 'repeated' },
    );
    const { run } = replica();

    await run();
    ledger.things[0] = thing({ id: 'a', version: 2 });
    clock.now += MINUTE;
    await run();

    expect(await stored()).toEqual(
      ['a/1', 'a/2', 'b/1', 'c/1', 'd/1', 'e/1', 'none/1', 'repeated/1'].sort(),
    );
  });

  it('does not follow a clock that is ahead of ours', async () => {
    add({ id: 'x', at: start + 500 * SECOND });

    await replica().run();

    expect(await bookmarkAt()).toBe(start);
  });

  it('keeps its bookmark where nothing is there yet', async () => {
    const { run } = replica();

    await run();
    clock.now += MINUTE;
    await run();

    expect(await bookmarkAt()).toBe(start - 100 * SECOND);
  });

  it('keeps the last good bookmark when it fails half way, and goes on there later each time', async () => {
    add(...['a', 'b', 'c', 'd', 'e'].map(name => ({ id: name })));
    ledger.hooks.trouble = (_, offset) =>
      offset === 4 ? unreachable() : undefined;
    const { run } = replica();

    const first = await run();
    const failed = await bookmark();
    clock.now += MINUTE;
    await run();
    const twice = await bookmark();
    ledger.hooks.trouble = () => undefined;
    clock.now += MINUTE;
    await run();
    const early = await bookmark();
    clock.now += MINUTE;
    await run();

    expect(first).toMatchObject({ failed: 1, stored: 4 });
    expect(readInstant(failed.bookmark)).toBe(start - 100 * SECOND);
    expect(failed).toMatchObject({
      failures: 1,
      trouble: 'Nobody is there',
    });
    expect(readInstant(failed.next_at)).toBe(start + MINUTE);
    expect(readInstant(twice.next_at)).toBe(start + 3 * MINUTE);
    expect(early.failures).toBe(2);
    expect(ledger.asked.map(({ cursor }) => cursor)).toEqual([
      undefined,
      '4',
      '4',
    ]);
    expect(ledger.asked[2]).toMatchObject({
      from: start - 110 * SECOND,
      startedAt: start,
      etag: undefined,
    });
    expect(await bookmark()).toMatchObject({ failures: 0, trouble: null });
    expect(await bookmarkAt()).toBe(start - SECOND);
    expect(await stored()).toHaveLength(5);
  });

  it('begins a pass anew where its cursor fails three times', async () => {
    add(...['a', 'b', 'c'].map(name => ({ id: name })));
    ledger.hooks.trouble = ({ cursor }) => (cursor ? unreachable() : undefined);
    let stop = new AbortController();
    ledger.hooks.before = async () => stop.abort();
    const { run } = replica();

    await run(stop.signal);
    ledger.hooks.before = async () => {};
    for (let times = 0; times < 4; times += 1) {
      stop = new AbortController();
      clock.now += 60 * MINUTE;
      await run();
    }

    expect(ledger.asked.map(({ cursor }) => cursor)).toEqual([
      undefined,
      '2',
      '2',
      '2',
      undefined,
    ]);
    expect(await stored()).toEqual(['a/1', 'b/1', 'c/1']);
    expect((await bookmark()).failures).toBe(0);
  });

  it('begins anew what it kept and cannot read', async () => {
    add({ id: 'a' });
    const { run } = replica();
    await run();
    await knex('poll_bookmarks').update({ pass: '{"cursor":1}' });
    clock.now += MINUTE;

    await run();

    expect(ledger.asked[1].cursor).toBeUndefined();
    expect((await bookmark()).pass).toBeNull();
  });

  it('does not move its bookmark before the page is stored', async () => {
    add({ id: 'a' });
    const broken = replica({
      store: async () => {
        throw new Error('The database is away');
      },
    });

    await broken.run();
    const failed = await bookmark();
    clock.now += MINUTE;
    await replica().run();

    expect(failed).toMatchObject({ etag: null, failures: 1 });
    expect(broken.logger.error).toHaveBeenCalled();
    expect(await stored()).toEqual(['a/1']);
  });

  it('ends with its signal and goes on where it was', async () => {
    add(...['a', 'b', 'c', 'd', 'e'].map(name => ({ id: name })));
    const stop = new AbortController();
    ledger.hooks.trouble = (_, offset) => {
      if (offset === 2) stop.abort();
      return undefined;
    };
    const { run } = replica();

    await run(stop.signal);
    const paused = await bookmark();
    ledger.hooks.trouble = () => undefined;
    await run();

    expect(paused).toMatchObject({ lease: null, failures: 0 });
    expect(ledger.asked.map(({ cursor }) => cursor)).toEqual([undefined, '4']);
    expect(await stored()).toHaveLength(5);
  });

  it('asks for no more pages than a run may, and serves the others first then', async () => {
    add(...['a', 'b', 'c', 'd', 'e'].map(name => ({ id: name })), {
      id: 'other',
      subject: 'test:b',
    });
    const { run } = replica({
      subjectsOf: async () => ['test:a', 'test:b'],
      mostPages: 2,
    });

    await run();
    await run();
    await run();

    expect(
      ledger.asked.map(({ subject, cursor }) => [subject, cursor]),
    ).toEqual([
      ['test:a', undefined],
      ['test:b', undefined],
      ['test:a', '4'],
    ]);
    expect(await stored()).toHaveLength(6);
  });

  it('puts off what a limit stops without losing its place', async () => {
    const subjects = ['test:a', 'test:b', 'test:c'];
    const { run } = replica({ subjectsOf: async () => subjects });
    ledger.hooks.trouble = ({ subject }) =>
      subject === 'test:a' ? undefined : limited(start + 5 * MINUTE);
    add(...subjects.map(subject => ({ id: subject, subject })));

    const first = await run();
    ledger.hooks.trouble = () => undefined;
    clock.now = start + 5 * MINUTE - 1;
    await run();
    const before = await stored();
    const state = await readPolling(knex, { now: clock.now });
    ledger.asked.length = 0;
    clock.now = start + 6 * MINUTE;
    await run();

    expect(first).toMatchObject({ limited: 2, failed: 0 });
    expect(before).toEqual(['test:a/1']);
    expect(state).toEqual([
      {
        source: 'test',
        stream: 'things',
        subjects: 3,
        waiting: 2,
        failing: 0,
        oldestPolledAt: clock.now - 6 * MINUTE + 5 * MINUTE - 1,
        limitedUntil: start + 5 * MINUTE,
        trouble: 'The quota is used up',
      },
    ]);
    expect(ledger.asked.map(({ subject }) => subject)).toEqual([
      'test:b',
      'test:c',
      'test:a',
    ]);
    expect(await stored()).toHaveLength(3);
  });

  it('leaves a host alone that does not answer', async () => {
    const subjects = Array.from({ length: 30 }, (_, index) => `test:${index}`);
    ledger.hooks.trouble = () => unreachable();
    const { run, logger } = replica({ subjectsOf: async () => subjects });

    const polled = await run();

    expect(polled.failed).toBe(10);
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringContaining('10 failed'),
    );
  });

  it.each([
    { given: 'a missing permission', status: 403, waits: [1, 2, 4, 8] },
    { given: 'a wrong token', status: 401, waits: [1, 2, 4, 8] },
  ])('asks less often after $given', async ({ status, waits }) => {
    ledger.hooks.trouble = () => new OutsideFault('refused', 'No', { status });
    const { run } = replica();
    const seen: number[] = [];

    for (let times = 0; times < waits.length; times += 1) {
      await run();
      const nextAt = readInstant((await bookmark()).next_at);
      seen.push((nextAt - clock.now) / MINUTE);
      clock.now = nextAt;
    }

    expect(seen).toEqual(waits);
  });

  it.each([
    { given: 'refusals', status: 403, gives: 24 * 60 },
    { given: 'failures', status: 401, gives: 60 },
  ])('never waits longer than $gives minutes after $given', async given => {
    ledger.hooks.trouble = () =>
      new OutsideFault('refused', 'No', { status: given.status });
    const { run } = replica();
    await run();
    await knex('poll_bookmarks').update({ failures: 40 });
    clock.now += 60 * MINUTE;

    await run();

    const nextAt = readInstant((await bookmark()).next_at);
    expect((nextAt - clock.now) / MINUTE).toBe(given.gives);
  });

  it('waits as long as a failing host asks', async () => {
    ledger.hooks.trouble = () => unreachable(start + 30 * MINUTE);

    await replica().run();

    expect(readInstant((await bookmark()).next_at)).toBe(start + 30 * MINUTE);
  });

  it('takes a stream that ends without its last page for a failure', async () => {
    const poller: Poller = {
      ...ledger.poller,
      streams: [
        {
          id: 'cut',
          scope: 'subject',
          async *poll() {
            yield { status: 'page', deliveries: [], next: '1' };
          },
        },
      ],
    };

    await replica({ pollers: [poller] }).run();

    expect(await bookmark()).toMatchObject({
      failures: 1,
      trouble: expect.stringContaining('without its last page'),
    });
  });

  it('takes a poller that throws for a failure and tells nothing of what it threw', async () => {
    ledger.hooks.trouble = () => {
      throw new TypeError('secret');
    };

    await replica().run();

    expect((await bookmark()).trouble).toContain('TypeError');
    expect((await bookmark()).trouble).not.toContain('secret');
  });

  it('polls a stream of a whole source once', async () => {
    add({ id: 'x' }, { id: 'y', subject: 'test:b' });
    const poller: Poller = {
      ...ledger.poller,
      streams: [{ id: 'all', scope: 'source', poll: ledger.poll }],
    };

    await replica({
      pollers: [poller],
      subjectsOf: async () => ['test:a', 'test:b'],
    }).run();

    expect(ledger.asked).toMatchObject([{ subject: '' }]);
    expect(await stored()).toEqual(['x/1', 'y/1']);
  });

  it('leaves subjects alone that no service names any more', async () => {
    let subjects = ['test:a', 'test:b'];
    const { run } = replica({ subjectsOf: async () => subjects });
    await run();
    subjects = ['test:b'];
    clock.now += MINUTE;

    await run();

    expect(ledger.asked.map(({ subject }) => subject)).toEqual([
      'test:a',
      'test:b',
      'test:b',
    ]);
  });

  it('does not poll a source that is off, and says so once', async () => {
    const { run, logger } = replica({ sources: [] });

    await run();
    await run();

    expect(ledger.asked).toEqual([]);
    expect(logger.warn).toHaveBeenCalledTimes(1);
  });

  it('gives each subject one pass where two replicas run at once', async () => {
    const subjects = ['a', 'b', 'c', 'd', 'e', 'f'].map(name => `test:${name}`);
    add(
      ...subjects.flatMap(subject =>
        [1, 2, 3].map(name => ({ id: `${subject}${name}`, subject })),
      ),
    );
    const given = { subjectsOf: async () => subjects };

    await Promise.all([replica(given).run(), replica(given).run()]);

    expect(ledger.asked.map(({ subject }) => subject).sort()).toEqual(subjects);
    expect(await stored()).toHaveLength(18);
  });

  it('lets only the holder of the lease move a bookmark', async () => {
    add(...['a', 'b', 'c'].map(name => ({ id: name })));
    let release = () => {};
    const held = new Promise<void>(resolve => {
      release = resolve;
    });
    let entered = () => {};
    const inside = new Promise<void>(resolve => {
      entered = resolve;
    });
    ledger.hooks.before = async ({ cursor }) => {
      if (cursor !== undefined || ledger.asked.length > 1) return;
      entered();
      await held;
    };
    const slow = replica().run();
    await inside;
    clock.now += 11 * MINUTE;

    const quick = await replica().run();
    const moved = await bookmark();
    release();
    const late = await slow;

    expect(quick).toMatchObject({ passes: 1, stored: 3 });
    expect(late).toMatchObject({ stored: 0, failed: 0 });
    expect(await bookmark()).toEqual(moved);
    expect(await stored()).toEqual(['a/1', 'b/1', 'c/1']);
  });

  /** What goes wrong at one page of one run. */
  function failing(given: {
    fails: string;
    offset: number;
    stop: AbortController;
  }): typeof ledger.hooks.trouble {
    const { fails, offset, stop } = given;
    return (_, reached) => {
      if (fails === 'no' || reached !== offset) return undefined;
      if (fails === 'stopped') stop.abort();
      if (fails === 'limited') return limited(clock.now + SECOND);
      return fails === 'down' ? unreachable() : undefined;
    };
  }

  it('stores every thing in its last version once, whatever fails in between', async () => {
    const change = fc.record({
      thing: fc.integer({ min: 0, max: 4 }),
      later: fc.constantFrom(0, 0, SECOND, 20 * SECOND),
      fails: fc.constantFrom('no', 'no', 'down', 'limited', 'stopped'),
      offset: fc.constantFrom(0, 2, 4),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(change, { minLength: 1, maxLength: 12 }),
        async changes => {
          await clear(knex);
          await knex('poll_bookmarks').delete();
          ledger = createLedger();
          clock.now = start;
          const { run } = replica();

          for (const { thing: index, later, fails, offset } of changes) {
            clock.now += later;
            const name = `thing ${index}`;
            const at = ledger.things.findIndex(each => each.id === name);
            const version = at < 0 ? 1 : ledger.things[at].version + 1;
            const next = thing({ id: name, at: clock.now, version });
            if (at < 0) ledger.things.push(next);
            else ledger.things[at] = next;
            const stop = new AbortController();
            ledger.hooks.trouble = failing({ fails, offset, stop });
            await run(stop.signal);
          }
          ledger.hooks.trouble = () => undefined;
          clock.now += 24 * 60 * MINUTE;
          await run();
          clock.now += 24 * 60 * MINUTE;
          await run();

          const all = await stored();
          expect(new Set(all).size).toBe(all.length);
          expect(all).toEqual(
            expect.arrayContaining(
              ledger.things.map(each => `${each.id}/${each.version}`),
            ),
          );
        },
      ),
      { numRuns: 25 },
    );
  });
});
