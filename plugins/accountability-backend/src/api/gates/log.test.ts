import { TestDatabases } from '@backstage/backend-test-utils';
import { countStatements } from '../../database/__testUtils__/testCatalog';
import {
  commanders,
  DAY,
  kim,
  lee,
  ref,
  start,
  shareGates,
  startGates,
} from './__testUtils__/startGates';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const breakGlass = { reason: 'Payments are down, this mends it.' };

describe.each(databases.eachSupportedId())('the log of gates on %s', id => {
  /** Decisions a minute apart: denied, allowed, gone past, warned of. */
  const share = shareGates(() => databases.init(id));
  const setUp = async () => {
    const gates = await share();
    const { ask, post, clock } = gates;
    const ids: string[] = [];
    for (const one of [
      () => ask('payments'),
      () => ask('ledger'),
      () => ask('payments', { breakGlass }, kim),
      () =>
        post('/gates/warning/decisions', { entityRef: ref('payments') }, lee),
    ]) {
      ids.push((await one()).body.id);
      clock.now += 60_000;
    }
    const [denied, allowed, broken, warned] = ids;
    return { ...gates, denied, allowed, broken, warned };
  };

  it('is told newest first', async () => {
    const { get, denied, allowed, broken, warned, clock } = await setUp();

    const { body } = await get('/decisions').expect(200);

    expect(body).toMatchObject({ asOf: clock.now });
    expect(body).not.toHaveProperty('nextCursor');
    expect(body.decisions).toEqual([
      expect.objectContaining({ id: warned, gate: 'warning', outcome: 'warn' }),
      expect.objectContaining({ id: broken, breakGlass: expect.anything() }),
      expect.objectContaining({ id: allowed, outcome: 'allow' }),
      {
        id: denied,
        gate: 'production',
        title: 'Gate production',
        entityRef: ref('payments'),
        point: 'deploy',
        at: start,
        outcome: 'deny',
        because: expect.stringContaining('1 rule denies'),
        owner: 'group:default/checkout',
      },
    ]);
  });

  it('is narrowed by gate, service, outcome and broken glass', async () => {
    const { get, denied, allowed, broken, warned } = await setUp();
    const idsOf = async (query: string) =>
      (await get(`/decisions?${query}`).expect(200)).body.decisions.map(
        (one: { id: string }) => one.id,
      );

    expect({
      gate: await idsOf('gate=warning'),
      service: await idsOf(`service=${ref('Ledger')}`),
      outcome: await idsOf('outcome=allow'),
      broken: await idsOf('brokenGlass=true'),
      whole: await idsOf('brokenGlass=false&gate=production'),
      none: await idsOf('gate=production&outcome=warn'),
    }).toEqual({
      gate: [warned],
      service: [allowed],
      outcome: [broken, allowed],
      broken: [broken],
      whole: [allowed, denied],
      none: [],
    });
  });

  it('hides services that the caller may not read, everywhere', async () => {
    const open = await setUp();
    const told = await open.knex('gate_decisions').select();
    const { get, knex } = await startGates(await databases.init(id), {
      hidden: [ref('payments')],
    });
    await knex('gate_decisions').insert(told);

    const list = await get('/decisions').expect(200);
    const gates = await get('/gates').expect(200);

    expect(list.body.decisions).toMatchObject([{ id: open.allowed }]);
    expect(gates.body.gates[0].lastWeek).toEqual({
      allow: 1,
      warn: 0,
      deny: 0,
      brokenGlass: 0,
    });
    expect((await get(`/decisions/${open.denied}`)).status).toBe(404);
    expect((await get(`/decisions/${open.allowed}`)).status).toBe(200);
  });

  it('comes in pages, in a number of statements that does not grow', async () => {
    const { get, knex } = await setUp();
    const row = await knex('gate_decisions').first();
    await knex.batchInsert(
      'gate_decisions',
      Array.from({ length: 116 }, (_, i) => {
        const one = `00000000-0000-7000-8000-${String(i).padStart(12, '0')}`;
        return { ...row, id: one };
      }),
      50,
    );
    const seen: string[] = [];
    const sizes: number[] = [];
    let cursor: string | undefined;
    const counts = countStatements(knex);

    do {
      const query = cursor ? `?cursor=${cursor}` : '';
      const { body } = await get(`/decisions${query}`).expect(200);
      seen.push(...body.decisions.map((one: { id: string }) => one.id));
      sizes.push(body.decisions.length);
      cursor = body.nextCursor;
    } while (cursor);

    expect(sizes).toEqual([50, 50, 20]);
    expect(new Set(seen).size).toBe(120);
    expect(counts.all).toBeLessThanOrEqual(5);
  });

  it('is counted by gate over a week', async () => {
    const { get, clock } = await setUp();

    const now = await get('/gates').expect(200);
    clock.now = start + 7 * DAY + 1;
    const later = await get('/gates').expect(200);

    const [production, lenient, warning] = now.body.gates;
    expect(production).toEqual({
      gate: 'production',
      title: 'Gate production',
      owner: 'group:default/checkout',
      points: ['deploy', 'cli'],
      failurePolicy: {
        onUnknown: 'fail',
        onError: 'fail',
        onEngineError: 'fail',
      },
      rules: [
        {
          rule: 'ready/clean',
          title: 'No open findings',
          mode: 'enforce',
          severity: 'high',
        },
      ],
      breakGlassFor: [commanders],
      lastWeek: { allow: 2, warn: 0, deny: 1, brokenGlass: 1 },
    });
    const nothing = { allow: 0, warn: 0, deny: 0, brokenGlass: 0 };
    expect(lenient.lastWeek).toEqual(nothing);
    expect(warning.lastWeek).toEqual({ ...nothing, warn: 1 });
    expect(later.body.gates[0].lastWeek).toMatchObject({ deny: 0, allow: 2 });
  });

  it('is closed without the permission', async () => {
    const { get } = await startGates(await databases.init(id), {
      denied: ['accountability.decision.read'],
    });

    for (const path of ['/gates', '/decisions', '/decisions/x']) {
      expect((await get(path)).status).toBe(403);
    }
  });
});
