import assert from 'assert';
import { TestDatabases } from '@backstage/backend-test-utils';
import { RecordEvent } from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';
import {
  component,
  countStatements,
  group,
} from '../../database/__testUtils__/testCatalog';
import { readInstant } from '../../database/instants';
import {
  broke,
  createWorkbench,
  day,
  deployed,
  hour,
  resolved,
  start,
} from '../__testUtils__/createWorkbench';
import { claimRestate, finishRestate } from './claimRestate';
import { assessAt } from '../reads/assessAt';
import { readRevisions } from '../reads/readRevisions';
import { readScorecard } from '../reads/readScorecard';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const ref = 'component:default/pay';
const subject = 'github:acme/pay';
const entities = [
  group('a'),
  component('pay', { owner: 'a', slug: 'acme/pay' }),
];
const rate = 'reliability.change_fail_rate';

/** A deployment every day for eighty days; five of them, thirty days ago, broke something. */
const deployments = Array.from({ length: 80 }, (_, i) =>
  deployed(subject, start - (i + 1) * day),
);
const incidents = Array.from({ length: 15 }, (_, i) => {
  const at = start - (i + 30) * day;
  return broke(subject, at + hour, at);
});
const longAgo = resolved(subject, start - 200 * day);
const imported = [longAgo, ...deployments, ...incidents];

describe.each(databases.eachSupportedId())('Restater on %s', id => {
  async function setUp() {
    const bench = await createWorkbench(await databases.init(id));
    await bench.sync(entities);
    await bench.worker.drain();
    const settle = async () => {
      do await bench.worker.drain();
      while (await bench.restater.restateOne());
    };
    const importEvents = async (events: RecordEvent[]) => {
      await bench.deliver(events, Math.min(...events.map(({ at }) => at)));
      await bench.worker.drain();
    };
    return { ...bench, settle, importEvents };
  }

  const dump = async (knex: Knex) => {
    const order = ['entity_ref', 'scorecard', 'check_id'];
    return {
      transitions: await knex('transitions').orderBy(['at', ...order]),
      snapshots: await knex('fact_snapshots').orderBy(['fact', 'day']),
      levels: await knex('service_levels').orderBy('scorecard'),
      checks: await knex('check_results').orderBy(order),
    };
  };

  it('gives every closed day the value that was true at its end', async () => {
    const bench = await setUp();
    await bench.importEvents(imported);

    await bench.settle();

    const shown = await readScorecard(bench.knex, {
      entityRef: ref,
      now: start,
    });
    const trend = shown?.trends[rate] ?? [];
    expect(trend.length).toBeGreaterThan(60);
    for (const point of trend.slice(0, -1)) {
      const end = Date.parse(`${point.day}T23:59:59.999Z`);
      const past = await assessAt(bench.knex, {
        entityRef: ref,
        at: end,
        ...bench.judgement,
      });
      const fact = past?.assessment.facts.find(item => item.id === rate);
      expect([point.day, point.value]).toEqual([
        point.day,
        fact?.status === 'known' ? fact.value : undefined,
      ]);
    }
  });

  it('keeps what a closed day said before late records made it say otherwise', async () => {
    const bench = await setUp();
    await bench.importEvents([longAgo, ...deployments]);
    await bench.settle();
    const revisions = () =>
      readRevisions(bench.knex, {
        entityRef: ref,
        from: '2026-11-01',
        to: '2026-11-30',
      });
    expect(await revisions()).toEqual([]);

    bench.clock.now += hour;
    const at = start - 10 * day;
    await bench.importEvents([broke(subject, at + hour, at)]);
    await bench.settle();

    const rates = (await revisions()).filter(({ fact }) => fact === rate);
    expect(rates.map(one => one.day)).toEqual(
      Array.from({ length: 10 }, (_, i) => `2026-11-${13 + i}`),
    );
    expect(rates[0]).toEqual({
      fact: rate,
      day: '2026-11-13',
      stoodUntil: start + hour,
      value: 0,
    });
  });

  it('tells the past of a service that the catalog names after its records came', async () => {
    const bench = await createWorkbench(await databases.init(id));
    await bench.deliver(imported, start - 200 * day);
    await bench.sync(entities);

    do await bench.worker.drain();
    while (await bench.restater.restateOne());

    const shown = await readScorecard(bench.knex, {
      entityRef: ref,
      now: start,
    });
    expect(shown?.trends[rate].length).toBeGreaterThan(60);
  });

  it('says when a result turned, and since when it is what it is', async () => {
    const bench = await setUp();
    await bench.importEvents(imported);

    await bench.settle();

    const turns = await bench
      .knex('transitions')
      .where('check_id', 'few-failures')
      .orderBy('at');
    const statuses = turns.map(turn => `${turn.from_status}>${turn.to_status}`);
    expect(statuses).toEqual(['unknown>pass', 'pass>fail']);
    const last = readInstant(turns[1].at);
    expect(last).toBeLessThan(start - 20 * day);
    const shown = await readScorecard(bench.knex, { entityRef: ref });
    const check = shown?.assessment?.scorecards[0].checks.find(
      item => item.check === 'few-failures',
    );
    expect(check).toMatchObject({ status: 'fail', since: last });
  });

  it('tells the same whatever the order and number of imports', async () => {
    const once = await setUp();
    await once.importEvents(imported);
    await once.settle();
    const twice = await setUp();
    await twice.importEvents([...incidents].reverse());
    await twice.settle();
    await twice.importEvents([...deployments, longAgo]);
    await twice.settle();
    await twice.importEvents(imported.slice(0, 1));
    await twice.settle();

    expect(await dump(twice.knex)).toEqual(await dump(once.knex));
  });

  it('leaves alone what today brought', async () => {
    const bench = await setUp();
    await bench.importEvents(imported);
    await bench.settle();
    const before = await bench.knex('transitions').orderBy('at');
    bench.clock.now = start + hour;
    await bench.deliver([deployed(subject, start + hour)]);
    await bench.worker.drain();

    expect(await bench.restater.restateOne()).toBe(false);
    expect(await bench.knex('transitions').orderBy('at')).toEqual(before);
  });

  it('stays to be restated where more late records came meanwhile', async () => {
    const bench = await setUp();
    await bench.importEvents(deployments);
    const given = { now: start, lease: 'mine', except: [] };
    const claim = await claimRestate(bench.knex, given);
    assert(claim);

    await bench.deliver(incidents, start - 44 * day);
    await finishRestate(bench.knex, { claim, ...given });

    const [row] = await bench.knex('assessment_queue');
    expect(row).toMatchObject({ lease: null });
    expect(readInstant(row.restate_from)).toBe(claim.restateFrom);
  });

  it('keeps what it could not tell for later, and goes on with the others', async () => {
    const bench = await setUp();
    await bench.sync([
      ...entities,
      component('other', { owner: 'a', slug: 'acme/other' }),
    ]);
    await bench.importEvents(imported);
    await bench.settle();
    await bench.importEvents([
      { ...deployments[0], title: 'late' },
      deployed('github:acme/other', start - 5 * day),
    ]);
    await bench.knex('services').where('entity_ref', ref).update('entity', '{');

    await bench.restater.restateOne();
    await bench.restater.restateOne();

    expect(await bench.restater.restateOne()).toBe(false);
    const queue = await bench
      .knex('assessment_queue')
      .whereNotNull('restate_from');
    expect(queue).toMatchObject([{ entity_ref: ref, lease: null }]);
  });

  it('leaves the history of a service alone that is gone from the catalog', async () => {
    const bench = await setUp();
    await bench.importEvents(imported);
    await bench.settle();
    const before = await bench.knex('transitions').orderBy('at');
    await bench.sync([group('a')]);
    await bench.knex('assessment_queue').update({
      restate_from: new Date(start - 40 * day),
      due_at: new Date(start + day),
    });

    await bench.restater.restateOne();

    expect(before.length).toBeGreaterThan(0);
    expect(await bench.knex('transitions').orderBy('at')).toEqual(before);
  });

  it('takes a claim up that a crash left behind', async () => {
    const bench = await setUp();
    await bench.importEvents(imported);
    await bench
      .knex('assessment_queue')
      .update({ lease: 'gone', leased_until: new Date(start + hour) });

    expect(await bench.restater.restateOne()).toBe(false);

    bench.clock.now = start + hour;
    await bench.worker.drain();
    expect(await bench.restater.restateOne()).toBe(true);
    expect(await bench.knex('assessment_queue').pluck('restate_from')).toEqual([
      null,
    ]);
  });

  it('needs as many statements for sixty days as for forty', async () => {
    const counts: number[] = [];
    for (const days of [40, 60]) {
      const bench = await setUp();
      // Policies of past instants are read once and kept.
      await bench.importEvents(imported);
      await bench.settle();
      await bench.importEvents(
        deployments
          .slice(0, days)
          .map(event => ({ ...event, title: 'told again' })),
      );
      const statements = countStatements(bench.knex);
      await bench.restater.restateOne();
      counts.push(statements.all);
    }

    expect(counts[1]).toBe(counts[0]);
  });
});
