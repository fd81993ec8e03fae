import { createHmac } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { MiddlewareFactory } from '@backstage/backend-defaults/rootHttpRouter';
import {
  TestDatabases,
  mockCredentials,
  mockServices,
} from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { createGithubSource } from 'backstage-plugin-accountability-backend-module-github';
import { DeliverySource } from 'backstage-plugin-accountability-node';
import express from 'express';
import { Knex } from 'knex';
import request from 'supertest';
import { readRecords, writeRecordEvents } from '../records';
import { clear, migrate } from '../records/__testUtils__/testDatabase';
import { createIntakeRouter } from './createIntakeRouter';
import { SourceTally } from './health/SourceTally';
import { Inbox } from './inbox/Inbox';
import { unlimited } from './__testUtils__/testIntake';
import { testKeyOf } from './__testUtils__/testKeyOf';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

const slug = 'Acme/Payments';
const deploymentStatus = (state: string, id = 42) => ({
  deployment_status: {
    state,
    created_at: '2026-11-23T12:00:10Z',
    target_url: '',
    log_url: null,
  },
  deployment: {
    id,
    sha: 'f95f852bd8fca8fcc58a9a2d6c842781e32a215e',
    ref: 'v1.2.3',
    environment: 'production',
    description: null,
    created_at: '2026-11-23T12:00:00Z',
    creator: { login: 'somebody' },
    payload: {},
  },
  repository: { full_name: slug, default_branch: 'main' },
});

const deployed = (record: string, at = '2026-11-23T12:00:00Z') => ({
  kind: 'deployment',
  record,
  subject: 'generic:payments',
  at,
  state: 'finished',
  result: 'success',
});

const sign = (body: string | Buffer, secret: string) =>
  `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;

describe.each(databases.eachSupportedId())('intake on %s', databaseId => {
  let knex: Knex;
  beforeAll(async () => {
    knex = await databases.init(databaseId);
    await migrate(knex);
  });
  beforeEach(() => clear(knex));

  function setUp(given: { sources?: DeliverySource[]; allow?: boolean } = {}) {
    const applied = jest.fn();
    const due: string[][] = [];
    const auditor = mockServices.auditor.mock();
    const fail = jest.fn();
    const success = jest.fn();
    auditor.createEvent.mockResolvedValue({ success, fail });
    const logger = mockServices.logger.mock();
    const permissions = mockServices.permissions.mock({
      authorize: async () => [
        {
          result:
            given.allow === false
              ? AuthorizeResult.DENY
              : AuthorizeResult.ALLOW,
        },
      ],
    });
    const tally = new SourceTally();
    const inbox = Inbox.create({
      database: knex,
      sources: given.sources ?? [],
      logger,
      sinks: {
        writeRecordEvents,
        writeOwnerChanges: async (_, { changes }) => ({
          entityRefs: changes.map(change => change.entityRef),
        }),
        markSubjectsDue: async (_, { subjects }) => due.push(subjects),
        markDue: async (_, { entityRefs }) => due.push(entityRefs),
      },
      keyOf: testKeyOf,
      tally,
      onApplied: applied,
    });
    const router = createIntakeRouter({
      sources: given.sources ?? [createGithubSource(['new', 'old'])],
      inbox,
      keyOf: testKeyOf,
      tally,
      limits: unlimited,
      httpAuth: mockServices.httpAuth({
        defaultCredentials: mockCredentials.none(),
      }),
      permissions,
      auditor,
      logger,
    });
    const middleware = MiddlewareFactory.create({
      logger,
      config: mockServices.rootConfig(),
    });
    const app = express().use(router).use(middleware.error());
    return { app, applied, inbox, tally, due, success, fail, logger };
  }

  const deliveries = () => knex('deliveries').orderBy('id');

  const github = (
    app: express.Express,
    payload: unknown,
    headers: Record<string, string> = {},
  ) => {
    const body = JSON.stringify(payload);
    return request(app)
      .post('/deliveries/github')
      .set('content-type', 'application/json')
      .set('x-github-event', 'deployment_status')
      .set('x-github-delivery', 'one')
      .set('x-hub-signature-256', sign(body, 'new'))
      .set(headers)
      .send(body);
  };

  const generic = (app: express.Express, body: unknown, token = true) =>
    request(app)
      .post('/deliveries/generic')
      .set('authorization', token ? mockCredentials.service.header() : '')
      .set('content-type', 'application/json')
      .send(typeof body === 'string' ? body : JSON.stringify(body));

  it('stores and acknowledges a signed delivery, then writes its records and what is due', async () => {
    const { app, applied, inbox, due, success } = setUp();

    const answer = await github(app, deploymentStatus('success'));
    await inbox.settled();

    expect(answer.status).toBe(202);
    expect(answer.body).toEqual({
      id: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-7/),
      verdict: { status: 'accepted' },
      events: 1,
      duplicate: false,
      refused: [],
    });
    expect(await deliveries()).toEqual([
      expect.objectContaining({
        source: 'github',
        dedupe_key: 'id:one',
        headers: expect.not.stringContaining('signature'),
        body: Buffer.from(JSON.stringify(deploymentStatus('success'))),
      }),
    ]);
    expect(
      await readRecords(knex, {
        subjects: ['github:acme/payments'],
        from: 0,
        to: Date.parse('2027-01-01'),
      }),
    ).toMatchObject([
      {
        id: 'github:deployment:acme/payments:42',
        environment: 'production',
        result: 'success',
        version: 'v1.2.3',
      },
    ]);
    expect(due).toEqual([['github:acme/payments']]);
    expect(applied).toHaveBeenCalledTimes(1);
    expect(await knex('inbox')).toEqual([]);
    expect(success).toHaveBeenCalledTimes(1);
  });

  it('takes any of several secrets while one is rotated', async () => {
    const { app } = setUp();
    const payload = deploymentStatus('success');

    const answer = await github(app, payload, {
      'x-hub-signature-256': sign(JSON.stringify(payload), 'old'),
    });

    expect(answer.status).toBe(202);
  });

  it.each([
    { given: 'another secret', signature: sign('{}', 'wrong') },
    { given: 'no hex', signature: 'sha256=zz' },
    { given: 'no signature', signature: '' },
  ])(
    'stores nothing for $given and says so in log and audit',
    async ({ signature }) => {
      const { app, fail, logger } = setUp();

      const answer = await github(app, deploymentStatus('success'), {
        'x-hub-signature-256': signature,
      });

      expect(answer.status).toBe(401);
      expect(await deliveries()).toEqual([]);
      expect(fail).toHaveBeenCalledTimes(1);
      expect(logger.warn).toHaveBeenCalledTimes(1);
      expect(JSON.stringify(logger.warn.mock.calls)).not.toMatch(
        /new|zz|acme/i,
      );
    },
  );

  it('answers a duplicate as the first and writes nothing twice', async () => {
    const { app, applied, inbox } = setUp();
    const first = await github(app, deploymentStatus('success'));

    const again = await github(app, deploymentStatus('success'));
    await inbox.settled();

    expect(again.status).toBe(202);
    expect(again.body).toEqual({ ...first.body, duplicate: true });
    expect(await deliveries()).toHaveLength(1);
    expect(applied).toHaveBeenCalledTimes(1);
  });

  it('lets the unique key decide between replicas', async () => {
    const replicas = [setUp(), setUp(), setUp()];

    const answers = await Promise.all(
      replicas.flatMap(({ app }) =>
        [1, 2].map(() => github(app, deploymentStatus('success'))),
      ),
    );
    await Promise.all(replicas.map(({ inbox }) => inbox.settled()));

    const firsts = answers.filter(({ body }) => body.duplicate === false);
    expect(firsts).toHaveLength(1);
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    expect(await deliveries()).toHaveLength(1);
    expect(await knex('record_events')).toHaveLength(1);
  });

  it('keeps a delivery of an unknown type for replay', async () => {
    const { app, inbox } = setUp();

    const answer = await github(app, {}, { 'x-github-event': 'star' });
    await inbox.settled();

    expect(answer.status).toBe(202);
    expect(answer.body.verdict.status).toBe('unsupported');
    expect(await deliveries()).toHaveLength(1);
    expect(await knex('record_events')).toEqual([]);
  });

  it('rejects what its collector cannot read and keeps it', async () => {
    const { app } = setUp();

    const answer = await github(app, { deployment: 1 });

    expect(answer.status).toBe(202);
    expect(answer.body.verdict).toEqual({
      status: 'rejected',
      because: expect.stringContaining('deployment'),
    });
  });

  it('rejects a delivery whose collector throws', async () => {
    const source: DeliverySource = {
      ...createGithubSource(['new']),
      collect: () => {
        throw new TypeError('secret detail');
      },
    };
    const { app } = setUp({ sources: [source] });

    const answer = await github(app, deploymentStatus('success'));

    expect(answer.status).toBe(202);
    expect(answer.body.verdict).toEqual({
      status: 'rejected',
      because: expect.stringMatching(/TypeError(?!.*secret detail)/),
    });
  });

  it('refuses a body over the limit, compressed or not', async () => {
    const source = { ...createGithubSource(['new']), maxBodyBytes: 2000 };
    const { app } = setUp({ sources: [source] });
    const large = JSON.stringify({ text: 'a'.repeat(3000) });

    const plain = await github(app, { text: 'a'.repeat(3000) });
    const zipped = await request(app)
      .post('/deliveries/github')
      .set('content-encoding', 'gzip')
      .set('content-type', 'application/json')
      .serialize(body => body)
      .send(gzipSync(large));

    for (const answer of [plain, zipped]) {
      expect(answer.status).toBe(413);
      expect(answer.body.error.message).toContain('2000 bytes');
    }
    expect(await deliveries()).toEqual([]);
  });

  it.each([
    { given: 'nothing', encoding: 'gzip', body: '', says: /empty, cut off/ },
    { given: 'plain text', encoding: 'gzip', body: '{}', says: /not the gzip/ },
    { given: 'zstd', encoding: 'zstd', body: 'x', says: /send it as gzip/ },
  ])(
    'says what to do where $given comes as $encoding',
    async ({ encoding, body, says }) => {
      const { app } = setUp();

      const answer = await request(app)
        .post('/deliveries/github')
        .set('content-encoding', encoding)
        .set('content-length', String(body.length))
        .serialize(given => given)
        .send(body);

      expect(answer.status).toBe(400);
      expect(answer.body.error.message).toMatch(says);
    },
  );

  it('inflates a compressed body', async () => {
    const { app } = setUp();
    const body = JSON.stringify(deploymentStatus('success'));

    const answer = await request(app)
      .post('/deliveries/github')
      .set('content-encoding', 'gzip')
      .set('content-type', 'application/json')
      .set('x-github-event', 'deployment_status')
      .set('x-hub-signature-256', sign(body, 'new'))
      .serialize(given => given)
      .send(gzipSync(body));

    expect(answer.status).toBe(202);
    expect(answer.body.events).toBe(1);
  });

  it('names the sources there are where one is not known', async () => {
    const { app } = setUp();

    const answer = await request(app).post('/deliveries/gitlab').send({});

    expect(answer.status).toBe(404);
    expect(answer.body.error.message).toContain('generic, github');
  });

  describe('the generic source', () => {
    it('takes events and owner changes of a principal with the permission', async () => {
      const { app, inbox, due } = setUp();

      const answer = await generic(app, [
        deployed('ci:deployment:1'),
        {
          kind: 'owner',
          entityRef: 'Component:default/Payments',
          owner: 'group:default/a',
          at: '2026-11-23T12:00:00Z',
        },
      ]);
      await inbox.settled();

      expect(answer.status).toBe(202);
      expect(answer.body).toMatchObject({ events: 1, refused: [] });
      expect(due).toEqual([
        ['generic:payments'],
        ['component:default/payments'],
      ]);
    });

    it('refuses callers without credentials or permission', async () => {
      const open = await generic(setUp().app, [deployed('a')], false);
      const denied = await generic(setUp({ allow: false }).app, [
        deployed('a'),
      ]);

      expect(open.status).toBe(401);
      expect(denied.status).toBe(403);
      expect(await deliveries()).toEqual([]);
    });

    it.each([
      { given: 'nothing', body: '', status: 400 },
      { given: 'an empty list', body: '[]', status: 400 },
      { given: 'no JSON', body: '{"kind":', status: 400 },
      {
        given: 'too many events',
        body: JSON.stringify(Array(5001).fill({})),
        status: 413,
      },
    ])('stores nothing for $given', async ({ body, status }) => {
      const { app } = setUp();

      const answer = await generic(app, body);

      expect(answer.status).toBe(status);
      expect(await deliveries()).toEqual([]);
    });

    it('takes the good lines and refuses the others by number', async () => {
      const { app } = setUp();
      const lines = [
        JSON.stringify(deployed('a')),
        'no json',
        '',
        JSON.stringify({ ...deployed('b'), at: '2026-11-23 12:00' }),
      ];

      const answer = await generic(app, lines.join('\n')).set(
        'content-type',
        'application/x-ndjson',
      );

      expect(answer.body).toMatchObject({
        events: 1,
        refused: [
          { line: 2, because: 'is not JSON' },
          { line: 4, because: expect.stringContaining('at: must be an ISO') },
        ],
      });
    });

    it('knows a repeated request by its key or its body', async () => {
      const { app } = setUp();
      await generic(app, [deployed('a')]);
      await generic(app, [deployed('b')]).set('idempotency-key', 'k');

      const sameBody = await generic(app, [deployed('a')]);
      const sameKey = await generic(app, [deployed('c')]).set(
        'idempotency-key',
        'k',
      );

      expect([sameBody.body.duplicate, sameKey.body.duplicate]).toEqual([
        true,
        true,
      ]);
    });

    it.each([
      { given: 'nothing of it', broken: [{ kind: 'deployment' }] },
      {
        given: 'one part of it',
        broken: [deployed('a'), { kind: 'deployment' }],
      },
    ])(
      'takes the same key again with a mended body where $given could be read',
      async ({ broken }) => {
        const { app } = setUp();
        const send = (events: object[]) =>
          generic(app, events).set('idempotency-key', 'k');
        await send(broken);

        const mended = await send([deployed('a'), deployed('b')]);
        const again = [
          await send(broken),
          await send([deployed('a'), deployed('b')]),
        ];

        expect(mended.body).toMatchObject({ events: 2, duplicate: false });
        expect(again.map(({ body }) => body.duplicate)).toEqual([true, true]);
      },
    );

    it('refuses names that no database can keep', async () => {
      const { app } = setUp();

      const answer = await generic(app, [
        deployed('a\u0000b'),
        deployed('half \ud800'),
        { ...deployed('c'), title: 'fine\u0000here' },
      ]);

      expect(answer.body).toMatchObject({
        events: 1,
        refused: [
          { line: 1, because: expect.stringContaining('record: must not') },
          { line: 2, because: expect.stringContaining('record: must not') },
        ],
      });
    });

    it.each([
      { given: 'a control character', type: 'a\u0000b' },
      { given: 'half of a surrogate pair', type: 'a\ud800b' },
      { given: 'a very long name', type: 'x'.repeat(5000) },
    ])('keeps a delivery whose reason quotes $given', async ({ type }) => {
      const source: DeliverySource = {
        ...createGithubSource(['new']),
        identify: () => type,
        collect: () => ({ status: 'rejected', because: `${type} is strange` }),
      };
      const { app } = setUp({ sources: [source] });

      const answer = await github(app, {});

      expect(answer.status).toBe(202);
      expect(answer.body.verdict.status).toBe('rejected');
      expect(await deliveries()).toHaveLength(1);
    });

    it('takes a key of any length', async () => {
      const { app } = setUp();

      const answer = await generic(app, [deployed('a')]).set(
        'idempotency-key',
        'k'.repeat(5000),
      );

      expect(answer.status).toBe(202);
    });

    it('takes 5,000 events at once', async () => {
      const { app, inbox } = setUp();

      const answer = await generic(app, {
        events: Array.from({ length: 5000 }, (_, n) => deployed(`d:${n}`)),
      });
      await inbox.settled();

      expect(answer.body.events).toBe(5000);
      const [{ n }] = await knex('records').count({ n: '*' });
      expect(Number(n)).toBe(5000);
    });
  });
});
