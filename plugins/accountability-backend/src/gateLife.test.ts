import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  TestDatabaseId,
  TestDatabases,
  mockCredentials,
} from '@backstage/backend-test-utils';
import {
  CheckResult,
  GateDecision,
} from 'backstage-plugin-accountability-common';
import request from 'supertest';
import { startPlugin } from './__testUtils__/startPlugin';
import { component, group } from './database/__testUtils__/testCatalog';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const SECOND = 1000;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const start = Date.UTC(2026, 10, 23, 12);
const iso = (at: number) => new Date(at).toISOString();
const payments = 'component:default/payments';
const commanders = 'group:default/commanders';
/** Asks for exemptions. */
const kim = 'user:default/kim';
/** Decides on them, and reviews. */
const lee = 'user:default/lee';
/** May go past the gate. */
const max = 'user:default/max';

const scorecard = `
apiVersion: accountability.io/v1alpha1
kind: Scorecard
metadata: { name: ready, title: Ready }
spec:
  checks:
    - id: quiet
      title: Nothing broke of late
      burden: reliability
      severity: medium
      expression: reliability.incidents == 0.0
      remediation: Wait, and mend what broke.
`;
const gate = `
apiVersion: accountability.io/v1alpha1
kind: Gate
metadata: { name: production, title: Production }
spec:
  breakGlass: { groups: [${commanders}], reviewWithin: P1D }
  rules:
    - { check: ready/quiet, mode: enforce }
`;

const until = start + 6 * HOUR;
const exemption = {
  scorecard: 'ready',
  check: 'quiet',
  subject: { by: 'service', ref: payments },
  reason: 'What broke was our supplier',
  expiresAt: iso(until),
};
const breakGlass = { reason: 'Customers cannot pay, this mends it' };
const remarks = 'It was right, and it did mend it';

const incident = (name: string, at: number) => ({
  kind: 'incident',
  record: `generic:incident:acme/payments:${name}`,
  subject: 'github:acme/payments',
  at: iso(at),
  state: 'triggered',
});

// Time is what the test says it is; everything else goes on as ever.
beforeEach(() => {
  jest.useFakeTimers({
    now: start,
    doNotFake: [
      ...(['hrtime', 'nextTick', 'performance', 'queueMicrotask'] as const),
      ...(['setImmediate', 'clearImmediate'] as const),
      ...(['setInterval', 'clearInterval'] as const),
      ...(['setTimeout', 'clearTimeout'] as const),
    ],
  });
});
afterEach(() => {
  jest.useRealTimers();
});

/** The plugin with a gate over a service of which nothing broke for half a year. */
async function setUp(id: TestDatabaseId) {
  const directory = mkdtempSync(join(tmpdir(), 'policies-'));
  writeFileSync(join(directory, 'ready.yaml'), scorecard);
  writeFileSync(join(directory, 'production.yaml'), gate);
  const backend = await startPlugin({
    knex: await databases.init(id),
    entities: [
      group('checkout'),
      group('commanders'),
      component('payments', {
        owner: 'group:default/checkout',
        slug: 'acme/payments',
      }),
    ],
    members: { [max]: [commanders] },
    settings: { policy: { paths: [directory] } },
  });
  const as = (user: string) => {
    const url = (path: string) => `/api/accountability${path}`;
    const authorization = mockCredentials.user.header(user);
    const { server } = backend;
    return {
      get: (path: string) =>
        request(server).get(url(path)).set({ authorization }),
      post: (path: string, body: object) =>
        request(server).post(url(path)).set({ authorization }).send(body),
    };
  };
  await backend.run('catalog-sync');
  await backend.generic([incident('old', start - 180 * DAY)]).expect(202);
  await backend.settle();
  return {
    ...backend,
    as,
    /** A delivery tells of an incident. */
    breakIt: async () => {
      await backend.generic([incident('new', start - HOUR)]).expect(202);
      await backend.settle();
    },
    /** Asks the gate, a second after what was before or at an instant. */
    ask: async (
      user: string,
      {
        at = Date.now() + SECOND,
        body = {},
      }: { at?: number; body?: object } = {},
    ): Promise<GateDecision> => {
      jest.setSystemTime(at);
      const answer = await as(user)
        .post('/gates/production/decisions', { entityRef: payments, ...body })
        .expect(200);
      return answer.body;
    },
    /** The check as the page of the service has it. */
    checkOf: async (): Promise<CheckResult> => {
      const { body } = await as(kim).get(
        '/services/component/default/payments/scorecard',
      );
      return body.assessment.scorecards[0].checks[0];
    },
  };
}

describe.each(databases.eachSupportedId())('a gate on %s', id => {
  it('denies once a delivery has its check fail, and says on what', async () => {
    const { ask, breakIt } = await setUp(id);

    const quiet = await ask(kim);
    await breakIt();
    const broken = await ask(kim);

    expect(quiet).toMatchObject({
      outcome: 'allow',
      rules: [{ rule: 'ready/quiet', outcome: 'pass' }],
      facts: [{ fact: 'reliability.incidents', value: 0 }],
    });
    expect(broken).toMatchObject({
      outcome: 'deny',
      because: expect.stringContaining('Nothing broke of late'),
      rules: [
        {
          outcome: 'fail',
          effect: 'deny',
          clauses: [{ text: 'reliability.incidents == 0.0', outcome: 'false' }],
          remediation: 'Wait, and mend what broke.',
        },
      ],
      facts: [{ fact: 'reliability.incidents', status: 'known', value: 1 }],
      evidence: expect.stringMatching(/^[\da-f]{64}$/),
    });
    expect(broken.evidence).not.toBe(quiet.evidence);
  });

  it('lets pass while somebody else has it exempt, up to the instant', async () => {
    const { ask, as, breakIt, settle, checkOf } = await setUp(id);
    await breakIt();
    const { body: asked } = await as(kim).post('/exemptions', exemption);
    const path = `/exemptions/${asked.id}/decision`;

    const pending = await ask(kim);
    const own = await as(kim).post(path, { verdict: 'approved' });
    await as(lee).post(path, { verdict: 'approved' }).expect(200);
    const exempt = [await ask(kim), await ask(kim, { at: until - 1 })];
    await settle();
    const checkBefore = await checkOf();
    const over = await ask(kim, { at: until });
    await settle();
    const checkAfter = await checkOf();

    expect(own.status).toBe(403);
    expect(pending.outcome).toBe('deny');
    const rule = { outcome: 'exempt', exemption: { id: asked.id, until } };
    expect(exempt).toMatchObject([
      { outcome: 'allow', rules: [rule] },
      { outcome: 'allow', rules: [rule] },
    ]);
    expect(over).toMatchObject({
      outcome: 'deny',
      rules: [{ outcome: 'fail' }],
    });
    expect([checkBefore.status, checkAfter.status]).toEqual(['exempt', 'fail']);
  });

  it('is gone past once, by who may, and all of it is in the log', async () => {
    const { ask, as, breakIt, audited } = await setUp(id);
    const quiet = await ask(kim);
    await breakIt();

    const broken = await ask(max);
    const refused = await as(kim).post('/gates/production/decisions', {
      ...{ entityRef: payments, breakGlass },
    });
    const past = await ask(max, { body: { breakGlass } });
    const after = await ask(max);
    const review = `/decisions/${past.id}/review`;
    const own = await as(max).post(review, { remarks });
    await as(lee).post(review, { remarks }).expect(200);
    const { body: log } = await as(lee).get('/decisions').expect(200);
    const { body: gates } = await as(lee).get('/gates').expect(200);

    expect([refused.status, own.status]).toEqual([403, 403]);
    expect(past).toMatchObject({
      outcome: 'allow',
      rules: [{ outcome: 'fail', effect: 'deny' }],
      breakGlass: { ...breakGlass, group: commanders, reviewBy: past.at + DAY },
    });
    expect([broken.outcome, after.outcome]).toEqual(['deny', 'deny']);
    const said = ({ id: of, at, outcome, because }: GateDecision) => ({
      ...{ id: of, at, outcome, because },
    });
    expect(log.decisions).toMatchObject([
      said(after),
      { ...said(past), breakGlass: { reviewed: { by: lee, remarks } } },
      said(broken),
      said(quiet),
    ]);
    expect(gates.gates).toMatchObject([
      { lastWeek: { allow: 2, warn: 0, deny: 2, brokenGlass: 1 } },
    ]);
    expect(audited.map(({ eventId, ended }) => [eventId, ended])).toEqual(
      expect.arrayContaining([
        ['gate-break-glass', 'fail'],
        ['gate-break-glass', 'success'],
        ['decision-review', 'fail'],
        ['decision-review', 'success'],
      ]),
    );
  });
});
