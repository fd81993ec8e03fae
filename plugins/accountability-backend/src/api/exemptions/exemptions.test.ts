import { TestDatabaseId, TestDatabases } from '@backstage/backend-test-utils';
import { memoize } from 'lodash';
import { countStatements } from '../../database/__testUtils__/testCatalog';
import { insertRows } from '../../database/insertRows';
import {
  ann,
  asked,
  checkout,
  DAY,
  kim,
  lee,
  machine,
  ref,
  ron,
  shop,
  startExemptions,
} from './__testUtils__/startExemptions';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

async function setUp(
  id: TestDatabaseId,
  given: { hidden?: string[]; denied?: string[] } = {},
) {
  const knex = await databases.init(id);
  return { ...(await startExemptions(knex, given)), knex };
}

/** For tests that keep nothing. */
const setUpOnce = memoize(setUp, (...given) => JSON.stringify(given));

describe.each(databases.eachSupportedId())('exemptions on %s', id => {
  it('are asked for, approved by another and in the assessment at once', async () => {
    const { post, get, idOf, statusOf, audited } = await setUp(id);
    expect(await statusOf('lost')).toMatchObject({ status: 'fail' });
    const ticket = 'https://acme.example/OPS-4211';

    const one = await idOf({ ticket });

    const pending = (await get(`/${one}`).expect(200)).body;
    expect(pending).toEqual({
      id: one,
      scorecard: 'ready',
      check: 'owned',
      subject: { by: 'service', ref: ref('lost') },
      reason: 'The team is being formed anew',
      ticket,
      requestedBy: kim,
      requestedAt: expect.any(Number),
      expiresAt: expect.any(Number),
      renewals: 0,
      state: 'pending',
      checkTitle: 'The owned',
      severity: 'medium',
      expiringSoon: false,
      mayDecide: false,
      mayRevoke: true,
    });
    expect((await get(`/${one}`, lee)).body).toMatchObject({
      mayDecide: true,
      mayRevoke: false,
    });
    expect(await statusOf('lost')).toMatchObject({ status: 'fail' });
    const { body } = await post(
      `/${one}/decision`,
      { verdict: 'approved', reason: 'Until they are there' },
      lee,
    ).expect(200);
    expect(body).toMatchObject({
      state: 'approved',
      decision: {
        verdict: 'approved',
        by: lee,
        reason: 'Until they are there',
      },
      mayDecide: false,
      mayRevoke: true,
    });
    expect(await statusOf('lost')).toMatchObject({
      status: 'exempt',
      exemption: { id: one, until: body.expiresAt },
    });
    expect(audited.slice(-2)).toEqual([
      {
        eventId: 'exemption-request',
        meta: { scorecard: 'ready', check: 'owned', subject: ref('lost') },
        ended: 'success',
      },
      {
        eventId: 'exemption-decide',
        meta: { id: one, verdict: 'approved' },
        ended: 'success',
      },
    ]);
  });

  it('end for all services of a system when they are revoked', async () => {
    const { post, grant, statusOf, audited } = await setUp(id);
    const one = await grant({ subject: { by: 'system', ref: shop } });
    expect(await statusOf('lost')).toMatchObject({ status: 'exempt' });

    const { body } = await post(
      `/${one}/revocation`,
      { reason: 'They are there' },
      lee,
    ).expect(200);

    expect(body).toMatchObject({
      state: 'revoked',
      revoked: { by: lee, reason: 'They are there' },
      mayRevoke: false,
    });
    expect(await statusOf('lost')).toMatchObject({ status: 'fail' });
    expect(audited.at(-1)).toEqual({
      eventId: 'exemption-revoke',
      meta: { id: one },
      ended: 'success',
    });
  });

  it('that two decide at once are decided by one, and the other hears by whom', async () => {
    const { post, idOf } = await setUp(id);
    const one = await idOf();

    const answers = await Promise.all([
      post(`/${one}/decision`, { verdict: 'approved' }, lee),
      post(`/${one}/decision`, { verdict: 'denied' }, ann),
    ]);

    const [kept] = answers.filter(({ status }) => status === 200);
    const [refused] = answers.filter(({ status }) => status === 409);
    expect(refused.body.error.message).toContain(
      `was ${kept.body.decision.verdict} by ${kept.body.decision.by} on `,
    );
  });

  it('that many ask for at once are asked for once', async () => {
    const { post } = await setUp(id);

    const answers = await Promise.all(
      [kim, lee, ann, kim].map(user => post('', asked(), user)),
    );

    expect(answers.map(({ status }) => status).sort()).toEqual([
      201, 409, 409, 409,
    ]);
  });

  it('are renewed, and say how often', async () => {
    const { post, get, grant } = await setUp(id);
    const one = await grant();
    const longer = { expiresAt: inDays(60) };

    const refused = await post('', asked(longer)).expect(409);
    const { body } = await post('', asked({ ...longer, renews: one }));

    expect(refused.body.error.message).toContain(`ask with renews: ${one}`);
    expect(body).toMatchObject({ renews: one, renewals: 1, state: 'pending' });
    expect((await get(`/${one}`)).body).toMatchObject({ state: 'approved' });
  });

  it('are withdrawn by who asked, and not by others', async () => {
    const { post, idOf } = await setUp(id);
    const one = await idOf();
    const reason = { reason: 'It is mended' };

    const other = await post(`/${one}/revocation`, reason, lee).expect(409);
    await post(`/${one}/revocation`, reason, ron).expect(403);
    const own = await post(`/${one}/revocation`, reason, kim).expect(200);

    expect(other.body.error.message).toContain('deny it instead');
    expect(own.body).toMatchObject({ state: 'revoked', revoked: { by: kim } });
  });

  it('are listed with their counts, pending ones first', async () => {
    const { get, grant, idOf } = await setUp(id);
    const later = await idOf({ check: 'tested' });
    const inForce = await grant({ subject: { by: 'owner', ref: checkout } });
    const sooner = await idOf({ expiresAt: inDays(3) });

    const { body } = await get('').expect(200);
    const ofService = await get(`?subject=${ref('payments')}`);
    const ofGroup = await get(`?subject=${checkout}`);
    const ofState = await get('?state=approved&scorecard=ready');
    const ofNone = await get('?scorecard=other');

    expect(idsOf(body)).toEqual([sooner, later, inForce]);
    expect(body.counts).toEqual({
      pending: 2,
      approved: 1,
      denied: 0,
      revoked: 0,
      expired: 0,
    });
    expect(body).not.toHaveProperty('nextCursor');
    expect(idsOf(ofService.body)).toEqual([inForce]);
    expect(idsOf(ofGroup.body)).toEqual([inForce]);
    expect(idsOf(ofState.body)).toEqual([inForce]);
    expect(ofState.body.counts).toEqual(body.counts);
    expect(idsOf(ofNone.body)).toEqual([]);
  });

  it('are listed in pages, in a number of statements that does not grow', async () => {
    const { get, idOf, knex } = await setUp(id);
    const first = await idOf();
    const listOf = async (query = '') => {
      const statements = countStatements(knex);
      const { body } = await get(query).expect(200);
      return { body, statements: statements.all };
    };
    const few = await listOf();
    const [row] = await knex('exemptions').where({ id: first });
    await insertRows<object>(
      knex,
      { table: 'exemptions' },
      Array.from({ length: 240 }, (_, i) => ({
        ...row,
        id: `${1000 + i}`,
        requested_at: new Date(row.requested_at),
        expires_at: new Date(row.expires_at),
      })),
    );

    const pages = [await listOf()];
    while (pages.at(-1)?.body.nextCursor) {
      pages.push(await listOf(`?cursor=${pages.at(-1)?.body.nextCursor}`));
    }

    expect(pages.map(({ body }) => body.exemptions.length)).toEqual([
      100, 100, 41,
    ]);
    expect(new Set(pages.flatMap(({ body }) => idsOf(body))).size).toBe(241);
    expect(new Set(pages.map(({ body }) => body.asOf)).size).toBe(1);
    expect(pages.map(({ body }) => body.counts.pending)).toEqual([
      241, 241, 241,
    ]);
    expect(pages[0].statements).toBe(few.statements);
  });

  it('of a service that the caller may not read are neither shown nor counted', async () => {
    const { get, post, grant, knex } = await setUp(id, {
      hidden: [ref('secret')],
    });
    const one = await grant();
    await knex('exemptions')
      .where({ id: one })
      .update({
        subject_ref: ref('secret'),
      });
    const shown = await grant({ subject: { by: 'owner', ref: checkout } });

    const { body } = await get('').expect(200);
    await get(`/${one}`).expect(404);
    await post(`/${one}/decision`, { verdict: 'denied' }, lee).expect(404);
    await post(`/${one}/revocation`, { reason: 'Mended' }, lee).expect(404);
    const ofHidden = await get(`?subject=${ref('secret')}`).expect(200);

    expect(idsOf(body)).toEqual([shown]);
    expect(body.counts).toMatchObject({ approved: 1, pending: 0 });
    expect(idsOf(ofHidden.body)).toEqual([]);
  });

  it('are not approved where policy does not allow it any more, and denied all the same', async () => {
    const { post, idOf, writePolicy, run } = await setUp(id);
    const gone = await idOf({ check: 'tested' });
    const tooLong = await idOf({ expiresAt: inDays(80) });
    writePolicy(
      'ready',
      `
apiVersion: accountability.io/v1alpha1
kind: Scorecard
metadata: { name: ready, title: Ready }
spec:
  checks:
    - { id: owned, title: Owned, burden: ownership, severity: high, expression: ownership.owner_resolves }
`,
    );
    await run('policy-reload');
    const approve = { verdict: 'approved' };

    const ofGone = await post(`/${gone}/decision`, approve, lee).expect(409);
    const ofLong = await post(`/${tooLong}/decision`, approve, lee).expect(409);
    const denied = await post(`/${gone}/decision`, { verdict: 'denied' }, lee);

    expect(ofGone.body.error.message).toContain('any more; deny the request');
    expect(ofLong.body.error.message).toContain('at most 60 days');
    expect(denied.body).toMatchObject({ state: 'denied' });
    expect(denied.body).not.toHaveProperty('checkTitle');
  });
});

const approved = { verdict: 'approved' };

describe('an exemption that cannot be asked for', () => {
  it.each<{
    given: string;
    body?: object;
    user?: string;
    gives: number;
    message: string;
  }>([
    {
      given: 'without the permission',
      user: ron,
      gives: 403,
      message: 'accountability.exemption.create',
    },
    {
      given: 'from a check that there is not',
      body: { check: 'other' },
      gives: 400,
      message: 'No scorecard in force has a check ready/other',
    },
    {
      given: 'from a check that is off',
      body: { check: 'asleep' },
      gives: 400,
      message: 'No scorecard in force has a check ready/asleep',
    },
    {
      given: 'from a check of a draft',
      body: { scorecard: 'ideas' },
      gives: 400,
      message: 'No scorecard in force',
    },
    {
      given: 'for a service that there is not',
      body: { subject: { by: 'service', ref: ref('nothing') } },
      gives: 404,
      message: 'that you may read',
    },
    {
      given: 'for a service that is none',
      body: { subject: { by: 'service', ref: checkout } },
      gives: 404,
      message: 'is not a service',
    },
    {
      given: 'for a group that there is not',
      body: { subject: { by: 'owner', ref: 'group:default/nobody' } },
      gives: 404,
      message: 'that you may read',
    },
    {
      given: 'for an owner that is no group',
      body: { subject: { by: 'owner', ref: kim } },
      gives: 400,
      message: 'must be a group',
    },
    {
      given: 'for a system that is none',
      body: { subject: { by: 'system', ref: checkout } },
      gives: 400,
      message: 'must be a system',
    },
    {
      given: 'for what is no ref',
      body: { subject: { by: 'service', ref: 'payments' } },
      gives: 400,
      message: 'is no entity ref',
    },
    {
      given: 'for everybody',
      body: { subject: { by: 'everybody', ref: '*' } },
      gives: 400,
      message: 'by',
    },
    {
      given: 'for next to no reason',
      body: { reason: 'too short' },
      gives: 400,
      message: '10 to 2,000 characters',
    },
    {
      given: 'with a ticket that is no address',
      body: { ticket: 'OPS-1' },
      gives: 400,
      message: 'begins with https://',
    },
    {
      given: 'with a ticket that is a file',
      body: { ticket: 'file:///etc/passwd' },
      gives: 400,
      message: 'begins with https://',
    },
    {
      given: 'with a ticket that holds a password',
      body: { ticket: 'https://kim:secret@acme.example/OPS-1' },
      gives: 400,
      message: 'no password',
    },
    {
      given: 'without an end',
      body: { expiresAt: undefined },
      gives: 400,
      message: 'expiresAt',
    },
    {
      given: 'with an end that is over',
      body: { expiresAt: '2024-01-01T00:00:00Z' },
      gives: 400,
      message: 'is over',
    },
    {
      given: 'with an end that names no zone',
      body: { expiresAt: '2099-01-01T00:00:00' },
      gives: 400,
      message: 'expiresAt=2099-01-01T00:00:00',
    },
    {
      given: 'for longer than its severity allows',
      body: { expiresAt: inDays(90.01) },
      gives: 400,
      message: 'of severity medium, from which an exemption lasts at most 90',
    },
    {
      given: 'from a critical check for longer than a month',
      body: { check: 'scanned', expiresAt: inDays(30.01) },
      gives: 400,
      message: 'at most 30 days',
    },
    {
      given: 'from a critical check for all services of an owner',
      body: { check: 'scanned', subject: { by: 'owner', ref: checkout } },
      gives: 400,
      message: 'is critical: exempt one service at a time',
    },
    {
      given: 'for no point',
      body: { points: [] },
      gives: 400,
      message: 'points',
    },
    {
      given: 'for a point that there is not',
      body: { points: ['lunch'] },
      gives: 400,
      message: 'points',
    },
    {
      given: 'with a decision in it',
      body: { decision: approved },
      gives: 400,
      message: 'additional properties',
    },
    {
      given: 'to go on from one that there is not',
      body: { renews: 'nothing' },
      gives: 409,
      message: 'There is no exemption nothing',
    },
  ])('answers $gives $given', async ({ body, user, gives, message }) => {
    const { post, knex, audited } = await setUpOnce('SQLITE_3');

    const answer = await post('', asked(body), user);

    expect([answer.status, answer.body.error.message]).toEqual([
      gives,
      expect.stringContaining(message),
    ]);
    expect(await knex('exemptions').select()).toEqual([]);
    expect(audited.map(({ ended }) => ended)).not.toContain('success');
  });

  it('is asked for up to its longest time', async () => {
    const { post } = await setUp('SQLITE_3');
    const longest = { owned: 90, scanned: 30, tested: 180 };

    const answers = [];
    for (const [check, days] of Object.entries(longest)) {
      const expiresAt = inDays(days - 1 / 1440);
      answers.push(await post('', asked({ check, expiresAt })));
    }

    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
  });

  it('answers 401 to nobody', async () => {
    const { postAsNobody, getAsNobody } = await setUpOnce('SQLITE_3');

    const answers = [
      await postAsNobody('', asked()),
      await postAsNobody('/a/decision', approved),
      await postAsNobody('/a/revocation', { reason: 'Mended' }),
      await getAsNobody(''),
      await getAsNobody('/a'),
    ];

    expect(new Set(answers.map(({ status }) => status))).toEqual(
      new Set([401]),
    );
  });
});

/** One pending and one approved, for tests that leave them so. */
const setUpBoth = memoize(async () => {
  const api = await setUp('SQLITE_3');
  const pending = await api.idOf({}, lee);
  const inForce = await api.grant({ check: 'tested' });
  return { ...api, pending, inForce };
});

describe('a decision', () => {
  it.each([
    {
      given: 'by who asked',
      user: lee,
      message: 'You asked for this exemption, so that somebody else has to',
    },
    {
      given: 'without the permission',
      user: kim,
      message: 'accountability.exemption.decide',
    },
    {
      given: 'by a reader',
      user: ron,
      message: 'accountability.exemption.decide',
    },
  ])('is refused with 403 $given', async ({ user, message }) => {
    const { post, get, pending: one } = await setUpBoth();

    for (const verdict of ['approved', 'denied']) {
      const answer = await post(`/${one}/decision`, { verdict }, user);

      expect([answer.status, answer.body.error.message]).toEqual([
        403,
        expect.stringContaining(message),
      ]);
    }
    expect((await get(`/${one}`, user)).body).toMatchObject({
      state: 'pending',
      mayDecide: false,
    });
  });

  it('is never a machine’s, on its own request or on that of others', async () => {
    const { postAsMachine, idOf } = await setUp('SQLITE_3');
    const own = await postAsMachine('', asked({ check: 'tested' }));
    const others = await idOf();

    for (const one of [own.body.id, others]) {
      const answer = await postAsMachine(`/${one}/decision`, approved);

      expect([answer.status, answer.body.error.message]).toEqual([
        403,
        expect.stringContaining('Only a person can approve or deny'),
      ]);
    }
    expect(own.body).toMatchObject({
      requestedBy: machine,
      mayDecide: false,
      mayRevoke: true,
    });
  });

  it.each([
    { given: 'without a verdict', path: 'decision', body: {} },
    {
      given: 'with a verdict that there is not',
      path: 'decision',
      body: { verdict: 'perhaps' },
    },
    {
      given: 'for next to no reason',
      path: 'decision',
      body: { verdict: 'denied', reason: 'no' },
    },
    { given: 'of an end without a reason', path: 'revocation', body: {} },
    {
      given: 'of an end for next to no reason',
      path: 'revocation',
      body: { reason: 'no' },
    },
  ])('is refused with 400 $given', async ({ path, body }) => {
    const { post, pending, inForce } = await setUpBoth();
    const one = path === 'decision' ? pending : inForce;

    const { status } = await post(`/${one}/${path}`, body, ann);

    expect(status).toBe(400);
  });
});

describe('exemptions that cannot be read', () => {
  it.each([
    {
      given: 'without the permission',
      denied: ['accountability.scorecard.read'],
      path: '',
      gives: 403,
    },
    {
      given: 'one of them without the permission',
      denied: ['accountability.scorecard.read'],
      path: '/a',
      gives: 403,
    },
    { given: 'one that there is not', path: '/a', gives: 404 },
    { given: 'in a state that there is not', path: '?state=new', gives: 400 },
    { given: 'of what is no ref', path: '?subject=payments', gives: 400 },
    {
      given: 'from a cursor of another listing',
      path: '?cursor=e30',
      gives: 400,
    },
  ])('answer $gives $given', async ({ path, gives, ...more }) => {
    const { get } = await setUpOnce('SQLITE_3', more.denied ? more : {});

    const { status } = await get(path);

    expect(status).toBe(gives);
  });
});

function inDays(days: number): string {
  return new Date(Date.now() + days * DAY).toISOString();
}

function idsOf(body: { exemptions: { id: string }[] }): string[] {
  return body.exemptions.map(({ id }) => id);
}
