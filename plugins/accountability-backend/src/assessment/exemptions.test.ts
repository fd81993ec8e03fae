import { TestDatabaseId, TestDatabases } from '@backstage/backend-test-utils';
import {
  decideExemption,
  requestExemption,
  revokeExemption,
} from '../governance';
import {
  component,
  countStatements,
} from '../database/__testUtils__/testCatalog';
import {
  createWorkbench,
  day,
  deployed,
  start,
} from './__testUtils__/createWorkbench';
import { assessAt, markExemptedDue, readScorecard, readTransitions } from '.';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const ref = 'component:default/payments';
const subject = 'github:acme/payments';
const hour = 3_600_000;
const until = start + 12 * hour;
const reason = 'The group is being formed anew';

async function setUp(id: TestDatabaseId) {
  const bench = await createWorkbench(await databases.init(id));
  await bench.knex('exemption_keeping').update({ since: new Date(0) });
  // Its owner is not in the catalog, so that `owner-exists` fails.
  await bench.sync([
    component('payments', {
      owner: 'group:default/gone',
      slug: 'acme/payments',
      system: 'shop',
    }),
  ]);
  await bench.deliver([deployed(subject, start - hour)]);
  await bench.worker.drain();
  const settle = async (given: {
    by?: 'service' | 'owner' | 'system';
    ref?: string;
    points?: ['deploy'];
  }) => {
    const { by = 'service', ref: of = ref, points } = given;
    const { now } = bench.clock;
    const settled = await bench.knex.transaction(async trx => {
      const asked = await requestExemption(trx, {
        scorecard: 'ready',
        check: 'owner-exists',
        subject: { by, ref: of },
        ...(points && { points }),
        reason,
        requestedBy: 'user:default/kim',
        requestedAt: now,
        expiresAt: until,
      });
      if (asked.status === 'refused') throw new Error(asked.because);
      const approved = await decideExemption(trx, {
        id: asked.exemption.id,
        verdict: 'approved',
        by: 'user:default/lee',
        at: now,
      });
      if (approved.status === 'refused') throw new Error(approved.because);
      const { subject: whom } = approved.exemption;
      await markExemptedDue(trx, { subject: whom, dueAt: now });
      return approved.exemption;
    });
    await bench.worker.drain();
    return settled;
  };
  const checkOf = async () =>
    (
      await readScorecard(bench.knex, { entityRef: ref })
    )?.assessment?.scorecards[0]?.checks.find(
      ({ check }) => check === 'owner-exists',
    );
  return { ...bench, settle, checkOf };
}

describe.each(databases.eachSupportedId())('exemptions on %s', id => {
  it('turn a fail into exempt within one drain, and end at their instant and not before', async () => {
    const bench = await setUp(id);
    expect(await bench.checkOf()).toMatchObject({ status: 'fail' });
    bench.clock.now = start + hour;

    const { id: of } = await bench.settle({});

    expect(await bench.checkOf()).toMatchObject({
      status: 'exempt',
      exemption: { id: of, until },
      because: expect.stringMatching(
        /^Exempt until 24 Nov 2026, 00:00:00 UTC \(reason: The group is being formed anew\): ./,
      ),
    });
    bench.clock.now = until - 1;
    await bench.worker.drain();
    expect(await bench.checkOf()).toMatchObject({ status: 'exempt' });
    bench.clock.now = until;
    await bench.worker.drain();
    expect(await bench.checkOf()).toMatchObject({ status: 'fail' });
    const turns = await readTransitions(bench.knex, {
      entityRefs: [ref],
      limit: 9,
    });
    expect(turns.filter(({ check }) => check === 'owner-exists')).toMatchObject(
      [
        { at: until, from: 'exempt', to: 'fail' },
        {
          at: start + hour,
          from: 'fail',
          to: 'exempt',
          because: expect.stringContaining(reason),
        },
      ],
    );
  });

  it('hold a level while they last', async () => {
    const bench = await setUp(id);
    const rankOf = async () =>
      (await readScorecard(bench.knex, { entityRef: ref }))?.assessment
        ?.scorecards[0]?.level.name;
    expect(await rankOf()).toBeUndefined();

    await bench.settle({});

    expect(await rankOf()).toBe('bronze');
  });

  it.each<Parameters<Awaited<ReturnType<typeof setUp>>['settle']>[0]>([
    { by: 'owner', ref: 'group:default/gone' },
    { by: 'system', ref: 'system:default/shop' },
  ])('are for all services of $by $ref', async given => {
    const bench = await setUp(id);

    await bench.settle(given);

    expect(await bench.checkOf()).toMatchObject({ status: 'exempt' });
  });

  it('end when they are revoked', async () => {
    const bench = await setUp(id);
    const { id: of } = await bench.settle({});
    bench.clock.now = start + hour;

    await bench.knex.transaction(async trx => {
      await revokeExemption(trx, {
        id: of,
        by: 'user:default/lee',
        at: bench.clock.now,
        reason: 'It is mended',
      });
      await markExemptedDue(trx, {
        subject: { by: 'service', ref },
        dueAt: bench.clock.now,
      });
    });
    await bench.worker.drain();

    expect(await bench.checkOf()).toMatchObject({ status: 'fail' });
  });

  it('held at a past instant as they did then', async () => {
    const bench = await setUp(id);
    bench.clock.now = start + hour;
    await bench.settle({});
    bench.clock.now = start + 2 * day;
    await bench.worker.drain();
    const statusAt = async (at: number) =>
      (
        await assessAt(bench.knex, { ...bench.judgement, entityRef: ref, at })
      )?.assessment.scorecards[0]?.checks.find(
        ({ check }) => check === 'owner-exists',
      )?.status;

    expect(await statusAt(start + hour - 1)).toBe('fail');
    expect(await statusAt(start + hour)).toBe('exempt');
    expect(await statusAt(until - 1)).toBe('exempt');
    expect(await statusAt(until)).toBe('fail');
  });

  it('of an owner held while it owned the service, and are not those of the next', async () => {
    const bench = await setUp(id);
    await bench.settle({ by: 'owner', ref: 'group:default/gone' });
    bench.clock.now = start + 2 * hour;
    await bench.sync([
      component('payments', {
        owner: 'group:default/gone-too',
        slug: 'acme/payments',
      }),
    ]);
    await bench.worker.drain();
    const statusAt = async (at: number) =>
      (await assessAt(bench.knex, { ...bench.judgement, entityRef: ref, at }))
        ?.assessment.scorecards[0]?.checks[0].status;

    expect(await bench.checkOf()).toMatchObject({ status: 'fail' });
    expect(await statusAt(start + hour)).toBe('exempt');
    expect(await statusAt(start + 2 * hour)).toBe('fail');
  });

  it('for points of gates alone leave scorecards as they are, and are counted', async () => {
    const bench = await setUp(id);

    await bench.settle({ points: ['deploy'] });

    const card = await readScorecard(bench.knex, { entityRef: ref });
    const factOf = (name: string) =>
      card?.assessment?.facts.find(fact => fact.id === name);
    expect(await bench.checkOf()).toMatchObject({ status: 'fail' });
    expect(factOf('ownership.active_exemptions')).toMatchObject({ value: 1 });
    expect(factOf('ownership.expiring_exemptions')).toMatchObject({ value: 1 });
  });

  it('are read in one statement for a batch, however many services there are', async () => {
    const count = async (services: number) => {
      const bench = await createWorkbench(await databases.init(id));
      await bench.sync(
        Array.from({ length: services }, (_, i) =>
          component(`svc-${i}`, { owner: `group:default/team-${i}` }),
        ),
      );
      const seen: string[] = [];
      bench.knex.on('query', ({ sql }: { sql: string }) => {
        if (/exemptions/.test(sql)) seen.push(sql);
      });
      const statements = countStatements(bench.knex);
      await bench.worker.drain();
      return { ofThem: seen.length, all: statements.all };
    };

    const one = await count(1);
    const many = await count(40);

    expect(one.ofThem).toBe(1);
    expect(many).toEqual(one);
  });
});
