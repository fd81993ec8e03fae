import { TestDatabaseId, TestDatabases } from '@backstage/backend-test-utils';
import {
  Exemption,
  ExemptionState,
} from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';
import {
  countStatements,
  migrate,
} from '../../database/__testUtils__/testCatalog';
import {
  AskedExemption,
  countExemptions,
  decideExemption,
  exemptionsOf,
  findExemption,
  listExemptions,
  readExemptedServices,
  readExemptions,
  requestExemption,
  revokeExemption,
  Settled,
} from '.';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const day = 86_400_000;
const start = Date.UTC(2026, 10, 23, 12);
const payments = 'component:default/payments';
const kim = 'user:default/kim';
const lee = 'user:default/lee';

const asked: AskedExemption = {
  scorecard: 'ready',
  check: 'owner-exists',
  subject: { by: 'service', ref: payments },
  reason: 'The team is being formed anew',
  requestedBy: kim,
  requestedAt: start,
  expiresAt: start + 20 * day,
};

function kept(settled: Settled): Exemption {
  if (settled.status === 'refused') throw new Error(settled.because);
  return settled.exemption;
}

async function setUp(id: TestDatabaseId) {
  const knex = await databases.init(id);
  await migrate(knex);
  return knex;
}

const ask = (knex: Knex, given: Partial<AskedExemption> = {}) =>
  knex.transaction(trx => requestExemption(trx, { ...asked, ...given }));
const decide = (
  knex: Knex,
  of: string,
  given: { verdict?: 'approved' | 'denied'; by?: string; at?: number } = {},
) =>
  knex.transaction(trx =>
    decideExemption(trx, {
      id: of,
      verdict: 'approved',
      by: lee,
      at: start + 1000,
      ...given,
    }),
  );
const revoke = (
  knex: Knex,
  of: string,
  given: { by?: string; at?: number } = {},
) =>
  knex.transaction(trx =>
    revokeExemption(trx, {
      id: of,
      by: lee,
      at: start + 2000,
      reason: 'It is mended',
      ...given,
    }),
  );
const grant = async (knex: Knex, given: Partial<AskedExemption> = {}) => {
  const { id: of } = kept(await ask(knex, given));
  return kept(
    await decide(knex, of, { at: (given.requestedAt ?? start) + 1000 }),
  );
};

describe.each(databases.eachSupportedId())('exemptions on %s', id => {
  it('are kept as asked for, decided and revoked, with who, when and why', async () => {
    const knex = await setUp(id);

    const pending = kept(
      await ask(knex, {
        points: ['deploy', 'pr'],
        ticket: 'https://acme.example/OPS-1',
      }),
    );
    const approved = kept(await decide(knex, pending.id));
    const revoked = kept(await revoke(knex, pending.id));

    expect(pending).toEqual({
      ...asked,
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      points: ['pr', 'deploy'],
      ticket: 'https://acme.example/OPS-1',
      renewals: 0,
    });
    expect(approved).toEqual({
      ...pending,
      decision: { verdict: 'approved', by: lee, at: start + 1000 },
    });
    expect(revoked).toEqual({
      ...approved,
      revoked: { by: lee, at: start + 2000, reason: 'It is mended' },
    });
    expect(await findExemption(knex, { id: pending.id })).toEqual(revoked);
    expect(await findExemption(knex, { id: 'other' })).toBeUndefined();
  });

  it('go on from each other, and count how often', async () => {
    const knex = await setUp(id);
    const first = await grant(knex);
    const second = await grant(knex, {
      renews: first.id,
      requestedAt: start + 10 * day,
      expiresAt: start + 40 * day,
    });
    const third = kept(
      await ask(knex, {
        renews: second.id,
        requestedAt: start + 11 * day,
        expiresAt: start + 60 * day,
      }),
    );

    expect([first, second, third].map(one => one.renewals)).toEqual([0, 1, 2]);
    expect(third.renews).toBe(second.id);
    // The first and the second are both in force, and the third is pending.
    const beside = await ask(knex, {
      renews: first.id,
      requestedAt: start + 12 * day,
      expiresAt: start + 70 * day,
    });
    expect(beside).toEqual({
      status: 'refused',
      because: expect.stringContaining(third.id),
    });
  });

  it('are decided once: the second hears who was first', async () => {
    const knex = await setUp(id);
    const { id: of } = kept(await ask(knex));

    const settled = await Promise.all(
      Array.from({ length: 8 }, (_, i) =>
        decide(knex, of, {
          by: `user:default/${i}`,
          verdict: i % 2 ? 'approved' : 'denied',
          // Clocks of replicas differ.
          at: start + 10_000 - i * 1000,
        }),
      ),
    );

    const first = settled.filter(({ status }) => status === 'kept');
    expect(first).toHaveLength(1);
    const { decision } = kept(first[0]);
    expect((await findExemption(knex, { id: of }))?.decision).toEqual(decision);
    const refused = settled.flatMap(one =>
      one.status === 'refused' ? [one.because] : [],
    );
    expect(new Set(refused)).toEqual(
      new Set([expect.stringContaining(`by ${decision?.by} on 2026-11-23`)]),
    );
  });

  it('of many at once are asked for once', async () => {
    const knex = await setUp(id);

    const settled = await Promise.all(
      Array.from({ length: 8 }, (_, i) =>
        ask(knex, { requestedAt: start + i }),
      ),
    );

    expect(settled.filter(({ status }) => status === 'kept')).toHaveLength(1);
    expect(await knex('exemptions').select()).toHaveLength(1);
  });

  it('are revoked after they were approved, whatever the clocks of replicas say', async () => {
    const knex = await setUp(id);
    const { id: of } = kept(await ask(knex));
    await decide(knex, of, { at: start + 9000 });

    const revoked = kept(await revoke(knex, of, { at: start + 2000 }));

    expect(revoked.revoked?.at).toBe(start + 9000);
  });

  it('are read for services, their owners and systems in one statement', async () => {
    const knex = await setUp(id);
    const own = await grant(knex);
    const owner = await grant(knex, {
      subject: { by: 'owner', ref: 'group:default/checkout' },
    });
    const system = await grant(knex, {
      subject: { by: 'system', ref: 'system:default/shop' },
    });
    const former = await grant(knex, {
      subject: { by: 'owner', ref: 'group:default/search' },
    });
    await ask(knex, { check: 'few-failures' });
    const service = {
      entityRef: payments,
      owner: 'group:default/checkout',
      system: 'system:default/shop',
    };
    const others = Array.from({ length: 2000 }, (_, i) => ({
      entityRef: `component:default/svc-${i}`,
    }));
    const statements = countStatements(knex);

    const read = await readExemptions(knex, {
      services: [
        ...others,
        { ...service, formerOwners: ['group:default/search'] },
      ],
    });

    expect(statements.all).toBe(1);
    expect(read.since).toBeGreaterThan(0);
    expect(exemptionsOf(read, service)).toEqual([own, owner, system]);
    expect(
      exemptionsOf(read, {
        ...service,
        formerOwners: ['group:default/search'],
      }),
    ).toEqual([own, owner, system, former]);
    expect(exemptionsOf(read, others[0])).toEqual([]);
  });

  it('that had ended by then are not read', async () => {
    const knex = await setUp(id);
    await grant(knex);
    const services = [{ entityRef: payments }];
    const readAfter = async (endingAfter: number) =>
      exemptionsOf(
        await readExemptions(knex, { services, endingAfter }),
        services[0],
      ).length;

    expect(await readAfter(asked.expiresAt - 1)).toBe(1);
    expect(await readAfter(asked.expiresAt)).toBe(0);
  });

  it('are known since when they are kept, even where there is none', async () => {
    const knex = await setUp(id);

    const read = await readExemptions(knex, { services: [] });

    expect(read).toEqual({ since: expect.any(Number), bySubject: new Map() });
  });

  it('are listed in pages that all speak of one instant', async () => {
    const knex = await setUp(id);
    const of = (name: string, days: number): Partial<AskedExemption> => ({
      subject: { by: 'service', ref: `component:default/${name}` },
      expiresAt: start + days * day,
    });
    const states: [string, number, ExemptionState][] = [
      ['pending-late', 9, 'pending'],
      ['pending-soon', 8, 'pending'],
      ['approved-late', 7, 'approved'],
      ['approved-soon', 6, 'approved'],
      ['approved-alike', 6, 'approved'],
      ['denied', 5, 'denied'],
      ['revoked', 4, 'revoked'],
      ['expired', 0.5, 'expired'],
    ];
    for (const [i, [name, days, state]] of states.entries()) {
      const { id: one } = kept(
        await ask(knex, { ...of(name, days), requestedAt: start + i }),
      );
      if (state === 'pending') continue;
      await decide(knex, one, {
        verdict: state === 'denied' ? 'denied' : 'approved',
      });
      if (state === 'revoked') await revoke(knex, one);
    }
    const asOf = start + day;
    const pageAfter = (after?: (typeof pages)[number][number]['place']) =>
      listExemptions(knex, { asOf, after, limit: 3 });
    const pages: Awaited<ReturnType<typeof listExemptions>>[] = [];
    do {
      pages.push(await pageAfter(pages.at(-1)?.at(-1)?.place));
      // What is decided meanwhile moves nothing.
      const [next] = await knex('exemptions').whereNull('verdict').pluck('id');
      if (next) await decide(knex, next, { at: asOf + 1000 });
    } while (pages.at(-1)?.length === 3);

    expect(
      pages
        .flat()
        .map(({ exemption: { subject }, state }) => [
          subject.ref.replace('component:default/', ''),
          state,
        ]),
    ).toEqual([
      ['pending-soon', 'pending'],
      ['pending-late', 'pending'],
      ['approved-soon', 'approved'],
      ['approved-alike', 'approved'],
      ['approved-late', 'approved'],
      ['denied', 'denied'],
      ['revoked', 'revoked'],
      ['expired', 'expired'],
    ]);
    expect(await countExemptions(knex, { asOf, state: 'denied' })).toEqual({
      pending: 2,
      approved: 3,
      denied: 1,
      revoked: 1,
      expired: 1,
    });
    expect(await countExemptions(knex, { asOf: start - 1 })).toMatchObject({
      pending: 0,
    });
  });

  it('are listed as asked for', async () => {
    const knex = await setUp(id);
    const owner = 'group:default/checkout';
    await grant(knex);
    await ask(knex, { subject: { by: 'owner', ref: owner } });
    await ask(knex, { scorecard: 'secure' });
    const asOf = start + 2000;
    const list = async (given: object) =>
      (await listExemptions(knex, { asOf, limit: 9, ...given })).length;

    expect({
      all: await list({}),
      pending: await list({ state: 'pending' }),
      ofScorecard: await list({ scorecard: 'secure' }),
      ofOwner: await list({ subjects: [owner] }),
      seen: await list({ services: [payments] }),
      unseen: await list({ services: [] }),
      services: await readExemptedServices(knex),
    }).toEqual({
      all: 3,
      pending: 2,
      ofScorecard: 1,
      ofOwner: 1,
      seen: 3,
      unseen: 1,
      services: [payments],
    });
  });
});

describe('exemptions', () => {
  it.each<{
    given: string;
    first: Partial<AskedExemption>;
    then?: 'approved' | 'denied' | 'withdrawn';
    second: Partial<AskedExemption>;
    gives: string | undefined;
  }>([
    {
      given: 'beside a pending one',
      first: {},
      second: {},
      gives: 'is asked for already',
    },
    {
      given: 'beside one in force',
      first: {},
      then: 'approved',
      second: { requestedAt: start + 5000 },
      gives: 'renew it: ask with renews',
    },
    {
      given: 'beside one in force, for the same points in another order',
      first: { points: ['pr', 'deploy'] },
      then: 'approved',
      second: { points: ['deploy', 'pr'], requestedAt: start + 5000 },
      gives: 'is in force until 2026-12-13 12:00 UTC',
    },
    {
      given: 'for other points',
      first: { points: ['pr'] },
      second: { points: ['deploy'] },
      gives: undefined,
    },
    {
      given: 'for another check',
      first: {},
      second: { check: 'few-failures' },
      gives: undefined,
    },
    {
      given: 'for the owner',
      first: {},
      second: { subject: { by: 'owner', ref: 'group:default/checkout' } },
      gives: undefined,
    },
    {
      given: 'after a denied one',
      first: {},
      then: 'denied',
      second: { requestedAt: start + 5000 },
      gives: undefined,
    },
    {
      given: 'after a withdrawn one',
      first: {},
      then: 'withdrawn',
      second: { requestedAt: start + 5000 },
      gives: undefined,
    },
    {
      given: 'just before one in force ends',
      first: {},
      then: 'approved',
      second: {
        requestedAt: asked.expiresAt - 1,
        expiresAt: start + 30 * day,
      },
      gives: 'is in force until',
    },
    {
      given: 'at the end of another',
      first: {},
      then: 'approved',
      second: { requestedAt: asked.expiresAt, expiresAt: start + 30 * day },
      gives: undefined,
    },
  ])('asked for $given: $gives', async ({ first, then, second, gives }) => {
    const knex = await setUp('SQLITE_3');
    const { id: of } = kept(await ask(knex, first));
    if (then === 'withdrawn') await revoke(knex, of, { by: kim });
    else if (then) await decide(knex, of, { verdict: then });

    const settled = await ask(knex, second);

    const because = settled.status === 'refused' ? settled.because : undefined;
    expect(settled.status).toBe(gives === undefined ? 'kept' : 'refused');
    expect(because ?? '').toContain(gives ?? '');
    // Whoever is refused hears which one is in the way.
    expect(because?.includes(of) ?? gives === undefined).toBe(true);
  });

  it.each<{
    given: string;
    former?: Partial<AskedExemption>;
    then?: 'approved' | 'denied' | 'revoked';
    expiresAt?: number;
    gives: string;
  }>([
    {
      given: 'another check',
      former: { check: 'few-failures' },
      then: 'approved',
      gives: 'of the same check and subject',
    },
    {
      given: 'another subject',
      former: { subject: { by: 'service', ref: 'component:default/ledger' } },
      then: 'approved',
      gives: 'of the same check and subject',
    },
    { given: 'one that is pending', gives: 'was never approved' },
    { given: 'one that was denied', then: 'denied', gives: 'never approved' },
    { given: 'one that was revoked', then: 'revoked', gives: 'was revoked' },
    {
      given: 'one that ends later',
      then: 'approved',
      expiresAt: asked.expiresAt,
      gives: 'renew it to a later instant',
    },
  ])('do not go on from $given', async ({ former, then, gives, ...more }) => {
    const knex = await setUp('SQLITE_3');
    const { id: renews } = kept(await ask(knex, former));
    if (then === 'revoked') {
      await decide(knex, renews);
      await revoke(knex, renews);
    } else if (then) await decide(knex, renews, { verdict: then });

    const settled = await ask(knex, {
      requestedAt: start + 5000,
      expiresAt: start + 30 * day,
      ...more,
      renews,
    });

    expect(settled).toEqual({
      status: 'refused',
      because: expect.stringContaining(gives),
    });
  });

  it.each<{
    given: string;
    before: ('approve' | 'deny' | 'revoke' | 'withdraw')[];
    act: 'decide' | 'revoke' | 'withdraw';
    at?: number;
    gives: string;
  }>([
    {
      given: 'decide what was withdrawn',
      before: ['withdraw'],
      act: 'decide',
      gives: `was withdrawn by ${kim}`,
    },
    {
      given: 'decide what is over',
      before: [],
      act: 'decide',
      at: asked.expiresAt,
      gives: 'ended on 2026-12-13 12:00 UTC',
    },
    {
      given: 'revoke what another is to decide',
      before: [],
      act: 'revoke',
      gives: 'deny it instead',
    },
    {
      given: 'revoke what was denied',
      before: ['deny'],
      act: 'revoke',
      gives: `was denied by ${lee}`,
    },
    {
      given: 'revoke twice',
      before: ['approve', 'revoke'],
      act: 'revoke',
      gives: `was revoked by ${lee}`,
    },
    {
      given: 'revoke what is over',
      before: ['approve'],
      act: 'withdraw',
      at: asked.expiresAt,
      gives: 'ended on',
    },
  ])('let nobody $given', async ({ before, act, at, gives }) => {
    const knex = await setUp('SQLITE_3');
    const { id: of } = kept(await ask(knex));
    for (const step of before) {
      if (step === 'approve') await decide(knex, of);
      if (step === 'deny') await decide(knex, of, { verdict: 'denied' });
      if (step === 'revoke') await revoke(knex, of);
      if (step === 'withdraw') await revoke(knex, of, { by: kim });
    }

    const settled =
      act === 'decide'
        ? await decide(knex, of, { ...(at && { at }) })
        : await revoke(knex, of, {
            by: act === 'withdraw' ? kim : lee,
            ...(at && { at }),
          });

    expect(settled).toEqual({
      status: 'refused',
      because: expect.stringContaining(gives),
    });
  });
});
