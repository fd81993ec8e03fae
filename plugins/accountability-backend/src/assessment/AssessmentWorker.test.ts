import { TestDatabases } from '@backstage/backend-test-utils';
import {
  FactDefinition,
  builtInFacts,
} from 'backstage-plugin-accountability-engine';
import {
  component,
  countStatements,
  group,
} from '../database/__testUtils__/testCatalog';
import { markSourcesDue } from './queue/markSourcesDue';
import { readQueue } from './queue/readQueue';
import { assessAt } from './reads/assessAt';
import { readScorecard } from './reads/readScorecard';
import { readTransitions } from './reads/readTransitions';
import {
  broke,
  createWorkbench,
  day,
  deployed,
  hour,
  resolved,
  start,
} from './__testUtils__/createWorkbench';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const ref = 'component:default/pay';
const subject = 'github:acme/pay';
const entities = [
  group('a'),
  component('pay', { owner: 'a', slug: 'acme/pay' }),
];
/** Twenty deployments, the last one two days before the start, and an incident of long ago. */
const deployments = Array.from({ length: 20 }, (_, i) =>
  deployed(subject, start - (i + 2) * day),
);
const longAgo = resolved(subject, start - 800 * day);

describe.each(databases.eachSupportedId())('AssessmentWorker on %s', id => {
  const setUp = async (facts?: FactDefinition[]) =>
    createWorkbench(await databases.init(id), facts);

  it('assesses a service from its records and shows it', async () => {
    const bench = await setUp();
    await bench.sync(entities);
    await bench.deliver([...deployments, longAgo]);
    await bench.deliver([
      broke(subject, start - 2 * day + hour, start - 2 * day),
    ]);

    expect(await bench.worker.drain()).toEqual({ taken: 1 });

    const statements = countStatements(bench.knex);
    const shown = await readScorecard(bench.knex, {
      entityRef: ref,
      now: start,
    });
    expect(statements.all).toBe(3);
    expect(shown).toMatchObject({
      service: { entityRef: ref, owner: 'group:default/a' },
      spans: [{ owner: 'group:default/a', from: start }],
      assessment: {
        at: start,
        scorecards: [{ level: { name: 'silver', rank: 2, since: start } }],
        attributions: [{ method: 'explicit' }],
      },
      trends: {
        'reliability.change_fail_rate': [{ day: '2026-11-23', value: 0.05 }],
      },
    });
    expect(await readQueue(bench.knex, { now: start })).toEqual({ due: 0 });
  });

  it('writes nothing but the queue and when facts were measured where nothing changed', async () => {
    const bench = await setUp();
    await bench.sync(entities);
    await bench.deliver([
      ...deployments,
      broke(subject, start - day, start - 2 * day),
    ]);
    await bench.worker.drain();
    const tables = ['assessments', 'service_levels', 'check_results'];
    const others = ['transitions', 'attributions', 'fact_snapshots'];
    const dump = async () =>
      JSON.stringify(
        await Promise.all([...tables, ...others].map(name => bench.knex(name))),
        (key, value) => (key === 'measured_at' ? undefined : value),
      );
    const before = await dump();
    await bench.knex('assessment_queue').update({ due_at: new Date(start) });
    const statements = countStatements(bench.knex);

    const { taken } = await bench.worker.drain({ now: start + hour });

    expect(taken).toBe(1);
    // Two claims, the second of them empty, and the first given back; and when
    // facts were measured.
    expect(statements.writes).toBe(4);
    expect(await dump()).toBe(before);
  });

  it('sees a known hole that is still open, however long ago it was found', async () => {
    const bench = await setUp();
    await bench.sync(entities);
    await bench.deliver([
      {
        kind: 'finding',
        record: `${subject}#finding`,
        subject,
        at: start - 400 * day,
        state: 'open',
        knownExploited: true,
      },
    ]);

    await bench.worker.drain();

    const shown = await readScorecard(bench.knex, { entityRef: ref });
    expect(shown?.assessment?.facts).toContainEqual(
      expect.objectContaining({
        id: 'security.known_exploited_open_days',
        value: 400,
      }),
    );
  });

  it('is due when a record begins that a fast clock dated ahead of ours', async () => {
    const bench = await setUp();
    await bench.sync(entities);
    await bench.deliver([
      ...deployments,
      longAgo,
      deployed(subject, start + 28),
    ]);
    await bench.worker.drain();
    const frequency = async () =>
      (
        await readScorecard(bench.knex, { entityRef: ref })
      )?.assessment?.facts.find(
        fact => fact.id === 'reliability.deployment_frequency',
      )?.evidenceCount;
    expect(await frequency()).toBe(20);

    await bench.worker.drain({ now: start + 29 });

    expect(await frequency()).toBe(21);
  });

  it('shows facts of a quiet source as stale until it speaks again', async () => {
    const bench = await setUp();
    await bench.sync(entities);
    await bench.deliver([...deployments, longAgo]);
    await bench.worker.drain();
    const [source] = subject.split(':');
    const frequency = async () => {
      const due = { sources: [source], dueAt: bench.clock.now };
      await bench.knex.transaction(trx => markSourcesDue(trx, due));
      await bench.worker.drain();
      const shown = await readScorecard(bench.knex, { entityRef: ref });
      return shown?.assessment?.facts.find(
        fact => fact.id === 'reliability.deployment_frequency',
      );
    };
    const because = 'Nothing came for 3 hours';

    bench.quiet.push({ source, since: start - 3 * hour, because });
    const quiet = await frequency();
    bench.quiet.length = 0;
    bench.clock.now += 1000;
    const back = await frequency();

    expect(quiet).toMatchObject({ status: 'unknown', reason: 'stale' });
    expect(back).toMatchObject({ status: 'known' });
  });

  it('makes transitions where a result turns, and none at first', async () => {
    const bench = await setUp();
    await bench.sync(entities);
    await bench.deliver([...deployments, longAgo]);
    await bench.worker.drain();
    expect(await bench.knex('transitions')).toEqual([]);

    bench.clock.now = start + hour;
    await bench.deliver(
      deployments.slice(0, 5).map(({ at }) => broke(subject, at + hour, at)),
    );
    await bench.worker.drain();

    const transitions = await readTransitions(bench.knex, {
      entityRefs: [ref],
      limit: 10,
    });
    expect(transitions).toMatchObject([
      { at: start + hour, check: undefined, from: 'silver', to: 'bronze' },
      { at: start + hour, check: 'few-failures', from: 'pass', to: 'fail' },
    ]);
    expect(transitions[0].because).toContain('Few changes fail');
  });

  it('supersedes an attribution and never overwrites it', async () => {
    const bench = await setUp();
    await bench.sync(entities);
    await bench.deliver([...deployments, longAgo]);
    const incident = broke(subject, start - day, start - 2 * day);
    await bench.deliver([incident]);
    await bench.worker.drain();

    bench.clock.now = start + hour;
    await bench.deliver([
      {
        ...broke(subject, start - day, start - 3 * day),
        state: 'updated',
        at: start,
        record: incident.record,
      } as typeof incident,
    ]);
    await bench.worker.drain();

    const rows = await bench.knex('attributions').orderBy('decided_at');
    expect(rows.map(row => row.cause_id)).toEqual([
      `${subject}#deployment-${start - 2 * day}`,
      `${subject}#deployment-${start - 3 * day}`,
    ]);
    expect(new Date(rows[0].superseded_at).getTime()).toBe(start + hour);
    expect(rows[1].superseded_at).toBeNull();
  });

  it('tries services alone after a batch failed, so that one fails alone', async () => {
    const bench = await setUp();
    await bench.sync([...entities, component('other', { owner: 'a' })]);
    await bench.knex('services').where('entity_ref', ref).update('entity', '{');

    await bench.worker.drain();
    await bench.worker.drain({ now: start + 10_000 });

    expect(await bench.knex('assessments').pluck('entity_ref')).toEqual([
      'component:default/other',
    ]);
    const queue = await bench.knex('assessment_queue').orderBy('entity_ref');
    expect(queue).toMatchObject([
      { attempts: 0, trouble: null, lease: null },
      { attempts: 2, trouble: expect.stringContaining('JSON'), lease: null },
    ]);
    expect(new Date(queue[1].due_at).getTime()).toBe(start + 30_000);
  });

  it('puts off a service that cannot be assessed and no other', async () => {
    const bench = await setUp([
      ...builtInFacts,
      {
        ...builtInFacts[0],
        id: 'ownership.faulty',
        get windowDays(): number {
          throw new Error('no window');
        },
      },
    ]);
    await bench.sync(entities);

    await bench.worker.drain();

    expect(await bench.knex('assessment_queue').first()).toMatchObject({
      attempts: 1,
      trouble: 'no window',
    });
  });

  it('lets a service leave the queue that left the catalog', async () => {
    const bench = await setUp();
    await bench.sync(entities);
    await bench.worker.drain();
    await bench.sync([group('a')]);

    await bench.worker.drain({ now: start + 2 * day });

    expect(await bench.knex('assessment_queue')).toEqual([]);
  });

  it('needs as many statements for 60 services of a batch as for 10', async () => {
    const counts: number[] = [];
    for (const size of [10, 60]) {
      const bench = await setUp();
      const names = Array.from({ length: size }, (_, i) => `s${i}`);
      await bench.sync([
        group('a'),
        ...names.map(name =>
          component(name, { owner: 'a', slug: `acme/${name}` }),
        ),
      ]);
      await bench.deliver(
        names.map(name => deployed(`github:acme/${name}`, start - day)),
      );
      const statements = countStatements(bench.knex);
      await bench.worker.drain();
      counts.push(statements.all);
    }

    expect(counts[1]).toBe(counts[0]);
  });

  it('shares the work between workers without doing any of it twice', async () => {
    const bench = await setUp();
    const names = Array.from({ length: 250 }, (_, i) => `s${i}`);
    await bench.sync([
      group('a'),
      ...names.map(name => component(name, { owner: 'a' })),
    ]);

    const answers = await Promise.all([
      bench.worker.drain({ now: start }),
      bench.createWorker().drain({ now: start }),
    ]);

    expect(answers[0].taken + answers[1].taken).toBe(250);
    expect(await bench.knex('assessments').pluck('entity_ref')).toHaveLength(
      250,
    );
  });

  it('recomputes the past with the records and the policy of then', async () => {
    const bench = await setUp();
    await bench.sync(entities);
    await bench.deliver([...deployments, longAgo]);
    const asked = { entityRef: ref, at: start + hour, ...bench.judgement };
    bench.clock.now = start + hour;
    const before = await assessAt(bench.knex, asked);

    bench.clock.now = start + 3 * day;
    await bench.deliver([broke(subject, start + day, start - 2 * day)]);
    bench.writePolicy('nothing: useful');
    await bench.policy.reload();
    const after = await assessAt(bench.knex, asked);

    expect(after).toEqual(before);
    expect(after).toMatchObject({ policyInForce: true });
    const early = await assessAt(bench.knex, { ...asked, at: start - day });
    expect(early).toMatchObject({ policyInForce: false });
  });
});
