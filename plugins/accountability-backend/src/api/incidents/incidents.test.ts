import { TestDatabaseId, TestDatabases } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { memoize } from 'lodash';
import { Given, startPlugin } from '../../__testUtils__/startPlugin';
import { component, group } from '../../database/__testUtils__/testCatalog';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const now = Date.now();
const at = (before: number) => new Date(now - before).toISOString();

const service = (name: string, dependsOn: string[] = []) =>
  component(name, {
    owner: 'group:default/checkout',
    slug: `acme/${name}`,
    dependsOn: dependsOn.map(one => `component:default/${one}`),
  });
const entities = [
  group('checkout'),
  service('payments', ['ledger', 'vault']),
  service('ledger'),
  service('vault'),
  service('web', ['payments']),
];
const ref = (name: string) => `component:default/${name}`;

const deployed = (name: string, before: number, more: object = {}) => ({
  kind: 'deployment',
  record: `github:deployment:acme/${name}:${before / MINUTE}`,
  subject: `github:acme/${name}`,
  at: at(before),
  state: 'finished',
  result: 'success',
  environment: 'production',
  sha: `${before / MINUTE}`.padEnd(40, name === 'ledger' ? 'a' : 'b'),
  ...more,
});
const broke = (name: string, before: number, state = 'resolved') => [
  {
    kind: 'incident',
    record: `pagerduty:incident:${name}-${before / MINUTE}`,
    subject: `github:acme/${name}`,
    at: at(before),
    state: 'triggered',
  },
  ...(state === 'resolved'
    ? [
        {
          kind: 'incident',
          record: `pagerduty:incident:${name}-${before / MINUTE}`,
          subject: `github:acme/${name}`,
          at: at(before - 30 * MINUTE),
          state,
        },
      ]
    : []),
];
const alerted = (name: string, before: number) => ({
  kind: 'alert',
  record: `alertmanager:alert:${name}-${before / MINUTE}`,
  subject: `github:acme/${name}`,
  at: at(before),
  state: 'firing',
});

const incident = 'pagerduty:incident:payments-120';
const own = 'github:deployment:acme/payments:180';
const foreign = 'github:deployment:acme/ledger:240';
const events = [
  ...Array.from({ length: 12 }, (_, i) =>
    deployed('ledger', 4 * HOUR + i * 24 * HOUR),
  ),
  ...Array.from({ length: 12 }, (_, i) =>
    deployed('payments', 3 * HOUR + i * 24 * HOUR),
  ),
  ...broke('payments', 2 * HOUR),
  ...broke('ledger', 40 * 24 * HOUR),
  alerted('web', 110 * MINUTE),
  alerted('ledger', 5 * HOUR),
];
const path = (record: string, name = 'payments', kind = 'incidents') =>
  `/services/component/default/${name}/${kind}/${encodeURIComponent(record)}`;
const reason = 'The contract of the ledger was broken by it.';

async function start(
  databaseId: TestDatabaseId,
  more: { events?: object[]; given?: Partial<Given> } = {},
) {
  const knex: Knex = await databases.init(databaseId);
  const plugin = await startPlugin({ knex, entities, ...more.given });
  await plugin.run('catalog-sync');
  await plugin.generic([...events, ...(more.events ?? [])]).expect(202);
  await plugin.settle();
  plugin.audited.length = 0;
  const asAnother = (given: Partial<Given>) =>
    startPlugin({ knex, entities, ...given });
  return { ...plugin, knex, asAnother };
}

/** The same for tests that only read: those that want the same share one. */
const startOnce = memoize(start, (...given) => JSON.stringify(given));

describe.each(databases.eachSupportedId())('incidents on %s', databaseId => {
  it('are shown with link, candidates, records and owners', async () => {
    const { get } = await startOnce(databaseId);

    const { body } = await get(path(incident)).expect(200);

    expect(body).toMatchObject({
      service: { entityRef: ref('payments') },
      incident: { id: incident, state: 'resolved' },
      linkedAt: expect.any(Number),
      attribution: {
        method: 'temporal',
        cause: own,
        candidates: [{ record: foreign, service: ref('ledger') }],
      },
      history: [],
      decisions: [],
      ownerNow: { status: 'known', owner: 'group:default/checkout' },
      mayDecide: true,
    });
    expect(body.records.map(({ id }: { id: string }) => id)).toEqual([
      foreign,
      own,
      incident,
    ]);
    expect(body).not.toHaveProperty('burst');
  });

  it('say which services along the dependencies were affected, or that nobody knows', async () => {
    const { get } = await startOnce(databaseId);

    const { body } = await get(path(incident)).expect(200);

    expect(
      body.affected.map(
        (one: { service: { entityRef: string } } & Record<string, unknown>) => [
          one.service.entityRef,
          one.relation,
          one.state,
          one.since,
        ],
      ),
    ).toEqual([
      [ref('payments'), 'itself', 'affected', now - 2 * HOUR],
      [ref('ledger'), 'dependency', 'not-affected', undefined],
      [ref('vault'), 'dependency', 'unknown', undefined],
      [ref('web'), 'dependent', 'affected', now - 110 * MINUTE],
    ]);
  });

  it('that began together in three services are one burst', async () => {
    const { get } = await start(databaseId, {
      events: [
        ...broke('ledger', 2 * HOUR - MINUTE),
        ...broke('web', 2 * HOUR + MINUTE),
      ],
    });

    const { body } = await get(path(incident)).expect(200);

    expect(body.burst).toMatchObject({
      from: now - 2 * HOUR - MINUTE,
      to: now - 2 * HOUR + MINUTE,
      incidents: [
        { service: ref('web') },
        { service: ref('payments'), incident },
        { service: ref('ledger') },
      ],
    });
    // Both others come to depend on ledger, so that time charges it alone.
    expect(body.attribution).toMatchObject({
      method: 'none',
      burst: { services: 3, cascade: 'downstream' },
    });
  });

  it('take a decision, which is kept, audited and charged at once', async () => {
    const plugin = await start(databaseId);
    const { get, post, settle, audited } = plugin;

    const { body } = await post(`${path(incident)}/cause`, {
      cause: foreign,
      reason,
    }).expect(200);
    await settle();

    expect(body).toMatchObject({
      kept: true,
      before: { method: 'temporal', cause: own },
      after: {
        method: 'explicit',
        cause: foreign,
        causeService: ref('ledger'),
        decision: { by: 'user:default/mock', reason },
      },
    });
    const twelfth = expect.closeTo(1 / 12);
    expect(body.changeFailRate).toEqual([
      { service: ref('payments'), before: twelfth, after: 0 },
      { service: ref('ledger'), before: 0, after: twelfth },
    ]);
    const shown = await get(path(incident)).expect(200);
    expect(shown.body.attribution).toEqual(body.after);
    expect(shown.body).toMatchObject({
      history: [{ attribution: { cause: own } }],
      decisions: [{ id: body.after.decision.id, cause: foreign }],
    });
    const charged = await get(path(foreign, 'ledger', 'deployments'));
    expect(charged.body.charges).toMatchObject([
      { incident: { id: incident }, attribution: { method: 'explicit' } },
    ]);
    const scorecard = await get(
      '/services/component/default/ledger/scorecard',
    ).expect(200);
    expect(scorecard.body.assessment.facts).toContainEqual(
      expect.objectContaining({
        id: 'reliability.change_fail_rate',
        value: body.changeFailRate[1].after,
      }),
    );
    expect(audited).toMatchObject([
      {
        eventId: 'cause-decide',
        meta: { service: ref('payments'), incident, cause: foreign },
        ended: 'success',
      },
    ]);
  });

  it('keep nothing of a preview', async () => {
    const { get, post, settle, audited } = await start(databaseId);

    const { body } = await post(`${path(incident)}/cause`, {
      cause: null,
      reason,
      preview: true,
    }).expect(200);
    await settle();

    expect(body).toMatchObject({ kept: false, after: { method: 'explicit' } });
    expect(body.after).not.toHaveProperty('cause');
    expect(body.changeFailRate).toMatchObject([
      { service: ref('payments'), after: 0 },
    ]);
    const shown = await get(path(incident)).expect(200);
    expect(shown.body).toMatchObject({ decisions: [], history: [] });
    expect(audited).toEqual([]);
  });

  it('go back to what the rule says once a decision is withdrawn', async () => {
    const { get, post, settle, audited } = await start(databaseId);
    const decide = { cause: foreign, reason };
    await post(`${path(incident)}/cause`, decide).expect(200);
    await settle();
    const { body: decided } = await get(path(incident)).expect(200);

    const { body } = await post(`${path(incident)}/cause/withdrawal`, {
      reason: 'It was looked at again.',
    }).expect(200);
    await settle();

    expect(body).toMatchObject({
      kept: true,
      before: { cause: foreign },
      after: { method: 'temporal', cause: own },
    });
    const shown = await get(path(incident)).expect(200);
    expect(shown.body).toMatchObject({
      attribution: { method: 'temporal' },
      history: [
        { attribution: { cause: foreign } },
        { attribution: { cause: own } },
      ],
      decisions: [
        {
          cause: foreign,
          withdrawn: {
            by: 'user:default/mock',
            reason: 'It was looked at again.',
          },
        },
      ],
    });
    expect(audited.map(one => [one.eventId, one.ended])).toEqual([
      ['cause-decide', 'success'],
      ['cause-withdraw', 'success'],
    ]);
    // As of an instant at which the decision was in force.
    const then = new Date(decided.decisions[0].at).toISOString();
    const past = await get(path(incident)).query({ at: then }).expect(200);
    expect(past.body).toMatchObject({
      attribution: { method: 'explicit', cause: foreign },
      decisions: [{ cause: foreign }],
      mayDecide: false,
    });
    expect(past.body.decisions[0]).not.toHaveProperty('withdrawn');
  });

  it('are shown as they stood at a past instant', async () => {
    const { get } = await startOnce(databaseId);

    const { body } = await get(path(incident))
      .query({ at: at(115 * MINUTE) })
      .expect(200);

    expect(body).toMatchObject({
      incident: { state: 'triggered' },
      attribution: { cause: own },
      mayDecide: false,
    });
    expect(body.incident).not.toHaveProperty('endedAt');
    await get(path(incident))
      .query({ at: at(121 * MINUTE) })
      .expect(404);
  });

  it('show nothing of services that the caller may not read', async () => {
    const { post, settle, asAnother } = await start(databaseId, {
      events: [
        ...broke('ledger', 2 * HOUR - MINUTE),
        ...broke('web', 2 * HOUR + MINUTE),
      ],
    });
    await post(`${path(incident)}/cause`, {
      cause: foreign,
      reason: 'Another team knows what it was.',
    }).expect(200);
    await settle();
    const { get } = await asAnother({ hidden: [ref('ledger')] });

    const { body } = await get(path(incident)).expect(200);

    expect(JSON.stringify(body)).not.toContain('ledger');
    const others = await Promise.all(
      ['scorecard', 'timeline', `evidence?record=${incident}`].map(what =>
        get(`/services/component/default/payments/${what}`).expect(200),
      ),
    );
    expect(
      JSON.stringify(
        others.map(
          one =>
            one.body.attributions ??
            one.body.assessment?.attributions ??
            one.body.records,
        ),
      ),
    ).not.toContain('ledger');
    expect(body).toMatchObject({
      attribution: {
        method: 'explicit',
        causeHidden: true,
        evidence: ['The cause is a change of a service that you may not see.'],
      },
      decisions: [{ causeHidden: true }],
    });
    expect(body).not.toHaveProperty('burst');
  });

  it('are read in a number of statements that does not grow with what is near', async () => {
    const counts: number[] = [];
    for (const size of [2, 40]) {
      const { get, knex } = await start(databaseId, {
        events: Array.from({ length: size }, (_, i) => [
          ...broke('web', 2 * HOUR + i * 1000),
          alerted('payments', 100 * MINUTE + i * 1000),
        ]).flat(),
      });
      const statements: string[] = [];
      knex.on('query', ({ sql }: { sql: string }) => {
        if (!sql.includes('assessment_queue')) statements.push(sql);
      });
      await get(path(incident)).expect(200);
      counts.push(statements.length);
    }

    expect(counts[1]).toBe(counts[0]);
  });
});

describe.each(databases.eachSupportedId())('deployments on %s', databaseId => {
  it('are shown with what ran before and after, what they brought and are charged with', async () => {
    const merged = (id: string, before: number, sha: string) => ({
      kind: 'change',
      record: `github:change:acme/payments:${id}`,
      subject: 'github:acme/payments',
      at: at(before),
      state: 'merged',
      defaultBranch: true,
      sha,
    });
    const sha = (before: number) => `${before / MINUTE}`.padEnd(40, 'b');
    const { get } = await start(databaseId, {
      events: [
        merged('1', 28 * HOUR, sha(27 * HOUR)),
        merged('2', 5 * HOUR, 'c'.repeat(40)),
        merged('3', 4 * HOUR, sha(3 * HOUR)),
        deployed('payments', HOUR, { sha: sha(27 * HOUR) }),
      ],
    });

    const { body } = await get(path(own, 'payments', 'deployments')).expect(
      200,
    );

    expect(body).toMatchObject({
      service: { entityRef: ref('payments') },
      deployment: { id: own },
      owner: { status: 'unknown' },
      previous: `github:deployment:acme/payments:${27 * 60}`,
      next: 'github:deployment:acme/payments:60',
      contents: {
        status: 'known',
        changes: [
          { id: 'github:change:acme/payments:2' },
          { id: 'github:change:acme/payments:3' },
        ],
      },
      charges: [{ incident: { id: incident } }],
    });
    const back = await get(
      path('github:deployment:acme/payments:60', 'payments', 'deployments'),
    ).expect(200);
    expect(back.body).toMatchObject({
      undoes: [own],
      contents: { status: 'known', changes: [] },
      charges: [],
    });
  });

  it('say why what they brought is not known', async () => {
    const { get } = await start(databaseId, {
      events: [
        deployed('payments', HOUR, { environment: undefined }),
        deployed('payments', 2 * HOUR, { result: 'failure' }),
      ],
    });
    const because = async (record: string) =>
      (await get(path(record, 'payments', 'deployments')).expect(200)).body
        .contents.because;

    expect(await because(own)).toContain('No change that was told of');
    expect(await because('github:deployment:acme/payments:60')).toContain(
      'names no environment',
    );
    expect(await because('github:deployment:acme/payments:120')).toContain(
      'did not get through',
    );
  });
});

describe('a decision that cannot be taken', () => {
  const cause = foreign;
  const elsewhere = 'github:deployment:acme/ledger:150';
  const later = 'github:deployment:acme/payments:10';
  it.each([
    {
      given: 'without the permission',
      denied: ['accountability.cause.decide'],
      body: { cause, reason },
      gives: 403,
      message: 'accountability.cause.decide',
    },
    {
      given: 'for a service the caller may not read',
      hidden: [ref('payments')],
      body: { cause, reason },
      gives: 404,
      message: 'that you may read',
    },
    {
      given: 'on a deployment of a service the caller may not read',
      hidden: [ref('ledger')],
      body: { cause, reason },
      gives: 400,
      message: 'There is no deployment',
    },
    {
      given: 'on a deployment that there is not',
      body: { cause: 'github:deployment:acme/ledger:1', reason },
      gives: 400,
      message: 'There is no deployment',
    },
    {
      given: 'on an incident',
      body: { cause: incident, reason },
      gives: 400,
      message: 'There is no deployment',
    },
    {
      given: 'on a deployment to another environment',
      body: { cause: elsewhere, reason },
      gives: 400,
      message: 'went to staging',
    },
    {
      given: 'on a deployment that began after the incident had ended',
      body: { cause: later, reason },
      gives: 400,
      message: 'after the incident had ended',
    },
    {
      given: 'on an incident of another service',
      record: 'pagerduty:incident:ledger-57600',
      body: { cause, reason },
      gives: 404,
      message: 'has no incident',
    },
    {
      given: 'for next to no reason',
      body: { cause, reason: '   because   ' },
      gives: 400,
      message: '10 to 2,000 characters',
    },
    {
      given: 'for a reason without an end',
      body: { cause, reason: 'x'.repeat(2001) },
      gives: 400,
      message: '10 to 2,000 characters',
    },
    {
      given: 'for a reason with control characters',
      body: { cause, reason: 'It was \u0007 the ledger.' },
      gives: 400,
      message: 'control characters',
    },
    {
      given: 'with a body too large to read',
      body: { cause, reason: 'x'.repeat(200_000) },
      gives: 413,
      message: 'larger than 65536 bytes',
    },
    {
      given: 'without saying who is charged',
      body: { reason },
      gives: 400,
      message: 'cause',
    },
    {
      given: 'with a field that there is not',
      body: { cause, reason, by: 'user:default/somebody' },
      gives: 400,
      message: 'additional properties',
    },
  ])('answers $gives $given', async ({ gives, message, body, ...given }) => {
    const { asAnother, audited, post } = await startOnce('SQLITE_3', {
      events: [
        deployed('ledger', 150 * MINUTE, { environment: 'staging' }),
        deployed('payments', 10 * MINUTE),
      ],
    });
    const { hidden, denied, record = incident } = given;
    const caller =
      hidden || denied
        ? await asAnother({ hidden, denied })
        : { post, audited };

    const answer = await caller.post(`${path(record)}/cause`, body);

    expect([answer.status, answer.body.error.message]).toEqual([
      gives,
      expect.stringContaining(message),
    ]);
    expect(caller.audited.map(({ ended }) => ended)).not.toContain('success');
  });

  it('answers 409 where there is nothing to withdraw', async () => {
    const { post, audited } = await start('SQLITE_3');

    await post(`${path(incident)}/cause/withdrawal`, { reason }).expect(409);

    expect(audited).toMatchObject([
      { eventId: 'cause-withdraw', ended: 'fail' },
    ]);
  });

  it('answers 400 for an incident that was merged into another', async () => {
    const { post } = await start('SQLITE_3', {
      events: [
        {
          kind: 'incident',
          record: incident,
          subject: 'github:acme/payments',
          at: at(95 * MINUTE),
          state: 'resolved',
          mergedInto: 'pagerduty:incident:other',
        },
      ],
    });

    const { body } = await post(`${path(incident)}/cause`, {
      cause: foreign,
      reason,
    }).expect(400);

    expect(body.error.message).toContain('was merged into');
  });
});
