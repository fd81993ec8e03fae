import { TestDatabases } from '@backstage/backend-test-utils';
import { readOptionalInstant, writeInstant } from '../../database/instants';
import { migrate } from '../../database/__testUtils__/testCatalog';
import { claimDue, leaseMs } from './claimDue';
import { finishClaims } from './finishClaims';
import { markDue } from './markDue';
import { markSubjectsDue } from './markSubjectsDue';
import { readQueue } from './readQueue';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const refs = (count: number) =>
  Array.from({ length: count }, (_, i) => `component:default/s${i}`);

describe.each(databases.eachSupportedId())('the queue on %s', id => {
  async function setUp() {
    const knex = await databases.init(id);
    await migrate(knex);
    return knex;
  }

  it('keeps the earlier instant and counts each marking', async () => {
    const knex = await setUp();

    await markDue(knex, { entityRefs: refs(2), dueAt: 2000 });
    await markDue(knex, { entityRefs: refs(1), dueAt: 1000 });
    await markDue(knex, { entityRefs: refs(1), dueAt: 3000 });

    expect(await readQueue(knex, { now: 1000 })).toEqual({
      due: 1,
      oldestDueAt: 1000,
    });
    expect(
      await knex('assessment_queue').orderBy('entity_ref').pluck('version'),
    ).toEqual([3, 1]);
  });

  it('makes every service due that a subject belongs to', async () => {
    const knex = await setUp();
    await knex('subject_keys').insert(
      refs(2).map(ref => {
        return { subject: 'github:acme/mono', entity_ref: ref, origin: 'x' };
      }),
    );

    await markSubjectsDue(knex, {
      subjects: ['github:acme/mono', 'github:acme/none'],
      dueAt: 1000,
    });

    expect(await readQueue(knex, { now: 1000 })).toMatchObject({ due: 2 });
  });

  it('makes due, and does not restate, what depends on it and had an incident of late', async () => {
    const knex = await setUp();
    const [told, looking, calm] = refs(3);
    const at = (ref: string) => `github:acme/${ref.split('/')[1]}`;
    await knex('subject_keys').insert(
      refs(3).map(ref => {
        return { subject: at(ref), entity_ref: ref, origin: 'x' };
      }),
    );
    await knex('service_dependencies').insert(
      [looking, calm].map(ref => ({ entity_ref: ref, depends_on: told })),
    );
    const day = 24 * 3_600_000;
    await knex('records').insert(
      [
        { ref: looking, began: 6 * day },
        { ref: calm, began: day },
      ].map(({ ref, began }) => ({
        subject: at(ref),
        record_id: ref,
        kind: 'incident',
        started_at: writeInstant(began),
        record: '{}',
      })),
    );

    await markSubjectsDue(knex, {
      subjects: [at(told)],
      dueAt: 12 * day,
      restateFrom: 11 * day,
    });

    const queue = await knex('assessment_queue').orderBy('entity_ref');
    expect(
      queue.map(row => [row.entity_ref, row.restate_from !== null]),
    ).toEqual([
      [told, true],
      [looking, false],
    ]);
  });

  it('gives two workers different services', async () => {
    const knex = await setUp();
    await markDue(knex, { entityRefs: refs(60), dueAt: 0 });

    const claims = await Promise.all(
      ['a', 'b', 'c'].map(lease =>
        claimDue(knex, { now: 1000, lease, limit: 20 }),
      ),
    );

    const taken = claims.flat().map(claim => claim.entityRef);
    expect(taken).toHaveLength(60);
    expect(new Set(taken).size).toBe(60);
  });

  it('gives a claim back once its lease has run out', async () => {
    const knex = await setUp();
    await markDue(knex, { entityRefs: refs(1), dueAt: 0 });
    const claim = (now: number) =>
      claimDue(knex, { now, lease: `at ${now}`, limit: 10 });
    await claim(1000);

    expect(await claim(1000 + leaseMs - 1)).toEqual([]);
    expect(await claim(1000 + leaseMs)).toHaveLength(1);
  });

  it('leaves a service due that was made due while it was worked on', async () => {
    const knex = await setUp();
    await markDue(knex, { entityRefs: refs(2), dueAt: 500 });
    const claims = await claimDue(knex, { now: 1000, lease: 'a', limit: 10 });
    await markDue(knex, { entityRefs: refs(1), dueAt: 1500 });

    await finishClaims(knex, {
      lease: 'a',
      finished: claims.map(claim => ({ claim, dueAt: 9000 })),
    });

    expect(await readQueue(knex, { now: 1500 })).toEqual({
      due: 1,
      oldestDueAt: 500,
    });
    expect(await readQueue(knex, { now: 9000 })).toMatchObject({ due: 2 });
  });

  it('has the day told again on which a service was due, where it is assessed or tried again on another', async () => {
    const knex = await setUp();
    const noon = Date.parse('2026-11-23T12:00:00Z');
    const day = 24 * 3_600_000;
    const restateFrom = async () =>
      readOptionalInstant(
        (await knex('assessment_queue').first()).restate_from,
      );
    const claim = async (now: number, lease: string) => {
      const claims = await claimDue(knex, { now, lease, limit: 10 });
      return { claims, from: await restateFrom() };
    };
    await markDue(knex, { entityRefs: refs(1), dueAt: noon });

    const sameDay = await claim(noon + 1, 'a');
    await finishClaims(knex, {
      lease: 'a',
      finished: sameDay.claims.map(one => ({ claim: one, dueAt: noon + day })),
    });
    const later = await claim(noon + 2 * day, 'b');
    await knex('assessment_queue').update({ restate_from: null });
    await finishClaims(knex, {
      lease: 'b',
      finished: later.claims.map(one => {
        return { claim: one, dueAt: noon + 3 * day, trouble: 'no' };
      }),
    });

    expect([sameDay.from, later.from, await restateFrom()]).toEqual([
      undefined,
      noon + day,
      noon + day,
    ]);
  });

  it('does not let a worker finish what another one holds by now', async () => {
    const knex = await setUp();
    await markDue(knex, { entityRefs: refs(1), dueAt: 0 });
    const claims = await claimDue(knex, { now: 0, lease: 'slow', limit: 10 });
    await claimDue(knex, { now: leaseMs, lease: 'next', limit: 10 });

    await finishClaims(knex, {
      lease: 'slow',
      finished: claims.map(claim => ({ claim, dueAt: 9000 })),
    });

    expect(await knex('assessment_queue').first()).toMatchObject({
      lease: 'next',
    });
    expect(
      await knex('assessment_queue').where('due_at', '<=', writeInstant(0)),
    ).toHaveLength(1);
  });
});
