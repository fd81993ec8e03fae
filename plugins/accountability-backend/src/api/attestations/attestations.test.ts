import { TestDatabaseId, TestDatabases } from '@backstage/backend-test-utils';
import {
  component,
  countStatements,
  group,
  migrate,
} from '../../database/__testUtils__/testCatalog';
import { memoize } from 'lodash';
import { Given, startApi, sync } from './__testUtils__/startApi';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const DAY = 86_400_000;
const start = Date.UTC(2026, 0, 1);
const kim = 'user:default/kim';
const lee = 'user:default/lee';
const checkout = 'group:default/checkout';
const ref = (name: string) => `component:default/${name}`;
const path = (name: string) =>
  `/services/component/default/${name}/attestation`;

const entities = [
  group('shop'),
  group('checkout', 'shop'),
  group('search', 'shop'),
  component('payments', { owner: checkout }),
  component('ledger', {
    owner: checkout,
    annotations: { 'accountability.io/attest-every-days': '30' },
  }),
  component('index', { owner: 'group:default/search' }),
  component('lost', { owner: 'group:default/gone' }),
  component('toy', { owner: kim }),
];

async function setUp(id: TestDatabaseId, more: Partial<Given> = {}) {
  const knex = await databases.init(id);
  await migrate(knex);
  const clock = { now: start };
  const given: Given = {
    knex,
    entities,
    members: { [kim]: [kim, checkout], [lee]: [lee, 'group:default/search'] },
    now: () => clock.now,
    ...more,
  };
  await sync(given, start);
  await knex('assessment_queue').delete();
  const api = await startApi(given);
  return { ...api, knex, clock, given };
}

/** The same for tests that only read: those that want the same share one. */
const setUpOnce = memoize(setUp, (...given) => JSON.stringify(given));

describe.each(databases.eachSupportedId())('attestations on %s', id => {
  it('are due a period after the owner came', async () => {
    const { get, clock } = await setUp(id);
    clock.now = start + 40 * DAY;

    const payments = await get(path('payments')).expect(200);
    const ledger = await get(path('ledger')).expect(200);

    expect(payments.body).toEqual({
      service: expect.objectContaining({ entityRef: ref('payments') }),
      asOf: clock.now,
      everyDays: 180,
      due: {
        state: 'fresh',
        at: start + 180 * DAY,
        since: start,
        because:
          'group:default/checkout owns it since 2026-01-01, never attested it and is asked on 2026-06-30.',
      },
      entries: [],
      mayAttest: true,
    });
    expect(ledger.body).toMatchObject({
      everyDays: 30,
      due: { state: 'due', at: start + 30 * DAY, since: start + 30 * DAY },
    });
  });

  it('are kept and audited, and make the service due', async () => {
    const { get, post, knex, clock, audited, woken } = await setUp(id);
    clock.now = start + 200 * DAY;

    const { body } = await post(path('payments'), {
      verdict: 'confirmed',
    }).expect(200);

    const entry = {
      id: expect.any(String),
      at: clock.now,
      verdict: 'confirmed',
      owner: checkout,
    };
    expect(body).toMatchObject({
      due: { state: 'fresh', at: start + 380 * DAY },
      last: entry,
      entries: [entry],
    });
    expect((await get(path('payments'))).body).toEqual(body);
    expect(await knex('assessment_queue').pluck('entity_ref')).toEqual([
      ref('payments'),
    ]);
    expect(woken).toEqual([clock.now]);
    expect(audited).toEqual([
      {
        eventId: 'attestation-decide',
        meta: { service: ref('payments'), verdict: 'confirmed' },
        ended: 'success',
      },
    ]);
  });

  it('that reject a service are kept with their reason and move no ownership', async () => {
    const { post, clock } = await setUp(id);
    clock.now = start + 200 * DAY;
    const reason = 'Search has run it since May.';

    const { body } = await post(path('payments'), {
      verdict: 'rejected',
      reason: `  ${reason} `,
    }).expect(200);

    expect(body).toMatchObject({
      service: { owner: checkout },
      last: { verdict: 'rejected', reason },
      due: {
        state: 'fresh',
        because: expect.stringContaining('said that it is not theirs'),
      },
    });
  });

  it('stand beside each other, the newest first', async () => {
    const { post, clock } = await setUp(id);
    for (const verdict of ['confirmed', 'rejected', 'confirmed']) {
      clock.now += DAY;
      await post(path('payments'), { verdict, reason: 'I say so.' });
    }

    const { body } = await post(path('payments'), {
      verdict: 'rejected',
      reason: 'Why not?',
    }).expect(200);

    expect(body.entries.map((one: { verdict: string }) => one.verdict)).toEqual(
      ['rejected', 'confirmed', 'rejected', 'confirmed'],
    );
  });

  it('of an earlier owner do not count for the next one', async () => {
    const { get, post, clock, given } = await setUp(id);
    clock.now = start + 170 * DAY;
    await post(path('payments'), { verdict: 'confirmed' }).expect(200);
    const handedOver = [
      component('payments', { owner: 'group:default/search' }),
      ...entities.filter(one => one.metadata.name !== 'payments'),
    ];
    await sync({ ...given, entities: handedOver }, start + 171 * DAY);
    clock.now = start + 352 * DAY;

    const { body } = await get(path('payments'), lee).expect(200);

    expect(body).toMatchObject({
      due: { state: 'due', at: start + 351 * DAY },
      entries: [{ owner: checkout }],
      mayAttest: true,
    });
    expect(body).not.toHaveProperty('last');
  });

  it('that are due are listed for a group and the groups below it', async () => {
    const { get, clock } = await setUp(id);
    clock.now = start + 215 * DAY;

    const { body } = await get('/groups/default/shop/attestations').expect(200);

    const names = (answer: typeof body) =>
      answer.services.map((one: { entityRef: string; due: object }) => [
        one.entityRef,
        one.due,
      ]);
    const due = (state: string, days: number) =>
      expect.objectContaining({ state, since: start + days * DAY });
    expect(body).toMatchObject({ team: { groupRef: 'group:default/shop' } });
    expect(names(body)).toEqual([
      [ref('ledger'), due('overdue', 60)],
      [ref('index'), due('overdue', 210)],
      [ref('payments'), due('overdue', 210)],
    ]);
    const search = await get('/groups/default/search/attestations');
    expect(names(search.body)).toEqual([[ref('index'), due('overdue', 210)]]);
  });

  it('are listed only of services that the caller may read', async () => {
    const { get, clock } = await setUp(id, { hidden: [ref('index')] });
    clock.now = start + 400 * DAY;

    const { body } = await get('/groups/default/shop/attestations').expect(200);

    expect(body.total).toBe(2);
    expect(JSON.stringify(body)).not.toContain('index');
  });

  it('are listed in pages, and in a number of statements that does not grow', async () => {
    const many = Array.from({ length: 250 }, (_, i) =>
      component(`svc-${i}`, { owner: checkout }),
    );
    const few = await setUp(id);
    const { get, clock, knex } = await setUp(id, {
      entities: [...entities, ...many],
    });
    clock.now = start + 400 * DAY;
    few.clock.now = clock.now;
    const listOf = async (api: typeof few, query = '') => {
      const statements = countStatements(api.knex);
      const { body } = await api
        .get(`/groups/default/checkout/attestations${query}`)
        .expect(200);
      return { body, statements: statements.all };
    };

    const first = await listOf({ ...few, get, knex });
    const second = await get(
      `/groups/default/checkout/attestations?cursor=${first.body.nextCursor}`,
    ).expect(200);
    const third = await get(
      `/groups/default/checkout/attestations?cursor=${second.body.nextCursor}`,
    ).expect(200);

    const pages = [first.body, second.body, third.body];
    expect(pages.map(page => page.services.length)).toEqual([100, 100, 52]);
    expect(
      new Set(
        pages.flatMap(page =>
          page.services.map((one: { entityRef: string }) => one.entityRef),
        ),
      ).size,
    ).toBe(252);
    expect(pages.map(page => page.total)).toEqual([252, 252, 252]);
    expect(third.body).not.toHaveProperty('nextCursor');
    expect(first.statements).toBe((await listOf(few)).statements);
  });
});

const confirmed = { verdict: 'confirmed' };

describe('an attestation that cannot be made', () => {
  it.each([
    {
      given: 'without the permission',
      denied: ['accountability.attestation.decide'],
      gives: 403,
      message: 'accountability.attestation.decide',
    },
    {
      given: 'by somebody of another group',
      user: lee,
      gives: 403,
      message: 'Only a member of group:default/checkout',
    },
    {
      given: 'for a service that the caller may not read',
      hidden: [ref('payments')],
      gives: 404,
      message: 'that you may read',
    },
    {
      given: 'for a service that there is not',
      name: 'nothing',
      gives: 404,
      message: 'that you may read',
    },
    {
      given: 'for a service whose owner is not in the catalog',
      name: 'lost',
      gives: 409,
      message: 'owned by no group of the catalog',
    },
    {
      given: 'for a service that a person owns',
      name: 'toy',
      gives: 409,
      message: 'owned by no group of the catalog',
    },
    {
      given: 'without a verdict',
      body: { reason: 'It is ours.' },
      gives: 400,
      message: 'verdict',
    },
    {
      given: 'with a verdict that there is not',
      body: { verdict: 'perhaps' },
      gives: 400,
      message: 'verdict',
    },
    {
      given: 'with a field that there is not',
      body: { ...confirmed, by: lee },
      gives: 400,
      message: 'additional properties',
    },
    {
      given: 'that rejects without a reason',
      body: { verdict: 'rejected', reason: '  ' },
      gives: 400,
      message: 'A rejection needs a reason',
    },
    {
      given: 'that rejects for next to no reason',
      body: { verdict: 'rejected', reason: 'no' },
      gives: 400,
      message: '3 to 2,000 characters',
    },
    {
      given: 'for a reason without an end',
      body: { ...confirmed, reason: 'x'.repeat(2001) },
      gives: 400,
      message: '3 to 2,000 characters',
    },
    {
      given: 'for a reason with control characters',
      body: { ...confirmed, reason: 'ours\u0007' },
      gives: 400,
      message: 'control characters',
    },
    {
      given: 'with a body too large to read',
      body: { ...confirmed, reason: 'x'.repeat(200_000) },
      gives: 413,
      message: 'larger than 65536 bytes',
    },
  ])('answers $gives $given', async ({ gives, message, ...given }) => {
    const { name = 'payments', body = confirmed, user, ...more } = given;
    const { post, knex, audited } = await setUpOnce('SQLITE_3', more);

    const answer = await post(path(name), body, user);

    expect([answer.status, answer.body.error.message]).toEqual([
      gives,
      expect.stringContaining(message),
    ]);
    expect(await knex('attestations').select()).toEqual([]);
    expect(audited.map(({ ended }) => ended)).not.toContain('success');
  });

  it('answers 403 to a machine', async () => {
    const { postAsMachine } = await setUp('SQLITE_3');

    const { body } = await postAsMachine(path('payments'), confirmed).expect(
      403,
    );

    expect(body.error.message).toContain('Only a member of');
  });
});

describe('attestations that cannot be read', () => {
  const list = '/groups/default/checkout/attestations';
  it.each([
    {
      given: 'without the permission',
      denied: ['accountability.scorecard.read'],
      path: path('payments'),
      gives: 403,
    },
    {
      given: 'of a service that the caller may not read',
      hidden: [ref('payments')],
      path: path('payments'),
      gives: 404,
    },
    {
      given: 'of a group without the permission',
      denied: ['accountability.scorecard.read'],
      path: list,
      gives: 403,
    },
    {
      given: 'of a group that the caller may not read',
      hidden: [checkout],
      path: list,
      gives: 404,
    },
    {
      given: 'of a group that there is not',
      path: '/groups/default/nobody/attestations',
      gives: 404,
    },
    {
      given: 'from a cursor of another listing',
      path: `${list}?cursor=e30`,
      gives: 400,
    },
  ])('answer $gives $given', async ({ gives, path: asked, ...more }) => {
    const { get } = await setUpOnce('SQLITE_3', more);

    const { status } = await get(asked);

    expect(status).toBe(gives);
  });

  it.each([
    { given: 'to a member', user: kim, gives: true },
    { given: 'to somebody of another group', user: lee, gives: false },
    {
      given: 'to a member without the permission',
      user: kim,
      denied: ['accountability.attestation.decide'],
      gives: false,
    },
  ])('say $gives $given who may attest', async ({ user, gives, ...more }) => {
    const { get } = await setUpOnce('SQLITE_3', more);

    const { body } = await get(path('payments'), user).expect(200);

    expect(body.mayAttest).toBe(gives);
  });
});
