import { setTimeout } from 'node:timers/promises';
import { TestDatabases } from '@backstage/backend-test-utils';
import { BacktestResponse } from 'backstage-plugin-accountability-common';
import { insertRows } from '../../database/insertRows';
import { writeInstant } from '../../database/instants';
import {
  Scored,
  checkout,
  ref,
  search,
  startScored,
} from '../scorecards/__testUtils__/startScored';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const lee = 'user:default/lee';
const stranger = 'user:default/stranger';
const services: Scored[] = [
  { name: 'pay', title: 'Payments', results: { scan: 'pass' } },
  { name: 'cart', results: { scan: 'pass' } },
  { name: 'index', owner: search, results: { scan: 'exempt' } },
];
/** Nobody passes it: in force the scan asks for the contrary. */
const policy = `
apiVersion: accountability.io/v1alpha1
kind: Scorecard
metadata: { name: ready, title: Ready }
spec:
  draft: true
  levels: [bronze]
  checks:
    - { id: scan, title: The scan, burden: security, level: bronze, expression: '!ownership.owner_resolves' }
    - { id: typo, title: Typo, burden: security, expression: ownership.owner_resolvs }
`;

describe.each(databases.eachSupportedId())('backtests on %s', id => {
  async function setUp(hidden?: string[]) {
    const backend = await startScored(await databases.init(id), {
      services,
      hidden,
      deniedTo: {
        [lee]: ['accountability.backtest.create'],
        [stranger]: ['accountability.policy.read'],
      },
    });
    await measure(backend);
    /** Asks for a backtest until it is over. */
    const follow = async (one: string): Promise<BacktestResponse> => {
      const { body } = await backend.ask(`/backtests/${one}`).expect(200);
      if (body.state === 'done' || body.state === 'failed') return body;
      await setTimeout(20);
      return follow(one);
    };
    return { ...backend, follow };
  }

  /** All services were assessed, and their owners resolve. */
  async function measure({ knex }: Awaited<ReturnType<typeof startScored>>) {
    const fact = {
      id: 'ownership.owner_resolves',
      unit: 'boolean',
      status: 'known',
      value: true,
      because: 'The group is in the catalog',
      sampleSize: 1,
      window: { from: 0, to: 1 },
      observedAt: 1,
      evidence: [],
      evidenceCount: 0,
    };
    await insertRows(
      knex,
      { table: 'assessments' },
      services.map(({ name }) => ({
        entity_ref: ref(name),
        assessed_at: writeInstant(Date.now()),
        known: 1,
        applicable: 1,
        document: '{}',
        digest: '',
        facts: JSON.stringify([fact]),
        facts_digest: '',
        policy: '',
      })),
    );
  }

  it('are asked for, run at once, and read with their faults and limits', async () => {
    const { tell, follow, audited } = await setUp();

    const { body: asked } = await tell('/backtests', { policy }).expect(202);
    const { report, ...told } = await follow(asked.id);

    expect(asked).toEqual({
      id: asked.id,
      state: 'waiting',
      requestedAt: expect.any(Number),
      progress: { done: 0, total: 0 },
    });
    expect(told).toMatchObject({
      state: 'done',
      progress: { done: 3, total: 3 },
    });
    expect(report).toMatchObject({ days: 90, services: 3 });
    expect(report?.faults).toHaveLength(1);
    expect(report?.limits.join(' ')).toMatch(/as if all of it held already/);
    expect(report?.checks).toHaveLength(1);
    expect(report?.checks[0]).toMatchObject({
      now: { fail: 3 },
      newlyFailing: [
        {
          owner: checkout,
          total: 2,
          services: [{ title: 'Payments' }, { title: 'cart' }],
        },
        { owner: search, total: 1, services: [{ entityRef: ref('index') }] },
      ],
    });
    expect(audited).toContainEqual({
      eventId: 'backtest-create',
      meta: { days: 90, bytes: Buffer.byteLength(policy) },
      ended: 'success',
    });
  });

  it('are asked for by those who may alone, and read by those who may read policy', async () => {
    const backend = await setUp();
    const { ask, tell, follow } = backend;

    const byKim = await tell('/backtests', { policy });
    const byMachine = await backend.tellAsMachine('/backtests', { policy });
    const byLee = await tell('/backtests', { policy }, lee);
    const byNobody = await backend.tellAsNobody('/backtests', { policy });
    const { id: one } = await follow(byKim.body.id);
    const path = `/backtests/${one}`;

    expect(
      [byKim, byMachine, byLee, byNobody].map(({ status }) => status),
    ).toEqual([202, 202, 403, 401]);
    expect(byLee.body.error.message).toContain(
      'accountability.backtest.create',
    );
    const reads = [
      await ask(path),
      await backend.askAsMachine(path),
      await ask(path, lee),
      await ask(path, stranger),
      await backend.askAsNobody(path),
    ];
    expect(reads.map(({ status }) => status)).toEqual([
      200, 200, 200, 403, 401,
    ]);
    await follow(byMachine.body.id);
  });

  it('name no service and no owner that the reader may not read, and count them', async () => {
    const { tell, follow, knex } = await setUp(['cart', 'index']);
    await knex('services')
      .where({ entity_ref: ref('index') })
      .update({
        owner_ref: checkout,
      });

    const { body: asked } = await tell('/backtests', { policy });
    const { report } = await follow(asked.id);

    expect(report?.checks[0].now.fail).toBe(3);
    expect(report?.checks[0].newlyFailing).toEqual([
      {
        owner: checkout,
        total: 3,
        services: [expect.objectContaining({ entityRef: ref('pay') })],
      },
    ]);
    expect(JSON.stringify(report)).not.toContain('cart');
  });

  it.each([
    {
      given: 'a policy of more than 256 KiB',
      body: { policy: `# ${'x'.repeat(256 * 1024)}` },
      gives: 413,
      saying: /262146 bytes, and 262144 are the most/,
    },
    {
      given: 'a body that is larger still',
      body: { policy: 'x'.repeat(700_000) },
      gives: 413,
      saying: /larger than 614400 bytes/,
    },
    {
      given: 'an empty policy',
      body: { policy: '' },
      gives: 400,
      saying: /policy/,
    },
    {
      given: 'too many days',
      body: { policy, days: 400 },
      gives: 400,
      saying: /days/,
    },
  ])('are refused with $gives for $given', async ({ body, gives, saying }) => {
    const { tell } = await setUp();

    const refused = await tell('/backtests', body);

    expect(refused.status).toBe(gives);
    expect(refused.body.error.message).toMatch(saying);
  });

  it('are refused where three wait, and unknown where there is none', async () => {
    const { tell, ask, knex } = await setUp();
    // Those that another replica holds wait for this one in vain.
    const waiting = ['1', '2', '3'].map(one => ({
      id: one,
      policy: 'kind: [',
      days: 7,
      state: 'waiting',
      requested_at: writeInstant(Date.now()),
      done: 0,
      total: 0,
      attempts: 0,
      leased_until: writeInstant(Date.now() + 600_000),
    }));
    await insertRows(knex, { table: 'backtests' }, waiting);

    const refused = await tell('/backtests', { policy });
    const unknown = await ask('/backtests/none');

    expect([refused.status, unknown.status]).toEqual([409, 404]);
    expect(refused.body.error.message).toMatch(/3 backtests wait already/);
    expect(unknown.body.error.message).toMatch(/kept for seven days/);
  });
});
