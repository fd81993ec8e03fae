import {
  EngineQuestion,
  systemClock,
} from 'backstage-plugin-accountability-node';
import {
  FakeHost,
  FakeReply,
  FakeRequest,
  startFakeHost,
} from 'backstage-plugin-accountability-node/testUtils';
import { createOpaEngine } from './createOpaEngine';

const now = Date.parse('2026-11-23T12:00:00Z');
const { signal } = new AbortController();
/** Long enough for a busy machine. */
const settings = { timeoutMs: 10_000, concurrency: 4 };
const impatient = { timeoutMs: 300 };

const base = {
  sampleSize: 0,
  window: { from: now, to: now },
  observedAt: now,
  evidence: [],
  evidenceCount: 0,
  because: 'Told.',
};

function question(given: Partial<EngineQuestion> = {}): EngineQuestion {
  return {
    entityRef: 'component:default/payments',
    path: 'finance/costcenter/violations',
    facts: [],
    service: {
      kind: 'Component',
      owner: 'group:default/checkout',
      entity: { kind: 'Component', metadata: { tags: ['a'] } },
    },
    now,
    ...given,
  };
}

const hosts: FakeHost[] = [];

/** OPA as far as its Data API goes. */
async function startOpa(
  reply: (request: FakeRequest) => FakeReply,
  given: { timeoutMs?: number } = {},
) {
  const host = await startFakeHost(reply);
  hosts.push(host);
  const engine = createOpaEngine(
    { ...settings, ...given, url: host.url },
    // Between two tries nobody waits here.
    { clock: { ...systemClock, sleep: async () => {} } },
  );
  return {
    ...host,
    engine,
    askOne: async (asked: Partial<EngineQuestion> = {}) => {
      const [answer] = await engine.ask([question(asked)], { signal });
      return answer;
    },
  };
}

afterEach(async () => {
  await Promise.all(hosts.splice(0).map(host => host.close()));
});

describe('what OPA is asked', () => {
  it('is the rule of the path, with the service, facts, the request and now', async () => {
    const { askOne, requests } = await startOpa(() => ({
      body: { result: true },
    }));

    await askOne({
      facts: [
        {
          ...base,
          id: 'sonar.coverage',
          unit: 'ratio',
          status: 'known',
          value: 0.8,
        },
        {
          ...base,
          id: 'sonar.scanned',
          unit: 'instant',
          status: 'known',
          value: now,
        },
        {
          ...base,
          id: 'sonar.tags',
          unit: 'texts',
          status: 'known',
          value: ['x'],
        },
        {
          ...base,
          id: 'sonar.gate',
          unit: 'boolean',
          status: 'unknown',
          reason: 'stale',
        },
      ],
      request: { point: 'deploy', labels: ['incident-fix'] },
    });

    expect(requests.map(({ method, path }) => [method, path])).toEqual([
      ['POST', '/v1/data/finance/costcenter/violations'],
    ]);
    expect(JSON.parse(requests[0].body)).toEqual({
      input: {
        service: {
          entityRef: 'component:default/payments',
          kind: 'Component',
          owner: 'group:default/checkout',
          entity: { kind: 'Component', metadata: { tags: ['a'] } },
        },
        facts: {
          'sonar.coverage': 0.8,
          'sonar.scanned': '2026-11-23T12:00:00.000Z',
          'sonar.tags': ['x'],
          'sonar.gate': { unknown: 'stale' },
        },
        request: { point: 'deploy', labels: ['incident-fix'] },
        now: '2026-11-23T12:00:00.000Z',
      },
    });
  });

  it('goes with the token, where there is one', async () => {
    const host = await startOpa(() => ({ body: { result: true } }));
    const engine = createOpaEngine({ ...settings, url: host.url, token: 't' });

    await engine.ask([question()], { signal });

    expect(host.requests[0].headers.authorization).toBe('Bearer t');
  });

  it.each(['', 'a', '/a/b', 'a//b', '../v1/policies/x', 'a/b?x=1', 'a/b#c'])(
    'is never the path "%s"',
    path => {
      const engine = createOpaEngine({ ...settings, url: 'http://localhost' });

      expect(engine.faultOf(path)).toMatch(/no path of a rule of OPA/);
    },
  );

  it('may be any path of a package and a rule', () => {
    const engine = createOpaEngine({ ...settings, url: 'http://localhost' });

    expect(engine.faultOf('finance/cost_center/violations')).toBeUndefined();
  });
});

describe('what OPA answers', () => {
  it.each([
    { result: true, status: 'pass', because: /says yes\.$/ },
    { result: false, status: 'fail', because: /says no\.$/ },
    {
      result: { pass: true, message: 'Fine' },
      status: 'pass',
      because: /^Fine\.$/,
    },
    {
      result: { allow: false, reason: 'No tag.' },
      status: 'fail',
      because: /^No tag\.$/,
    },
    { result: { allow: true }, status: 'pass', because: /says yes\.$/ },
    { result: [], status: 'pass', because: /finds no violation\.$/ },
    { result: ['b', 'a'], status: 'fail', because: /^a\. b\.$/ },
    {
      result: [{ message: 'One' }, { msg: 'Two' }, 'x', 'y'],
      status: 'fail',
      because: /^One\. Two\. x\. And 1 more\.$/,
    },
    {
      result: ['x'.repeat(5000)],
      status: 'fail',
      because: /^x{200}\u2026$/,
    },
    {
      result: undefined,
      status: 'unknown',
      because: /has no value for .* give the rule a default\.$/,
    },
    { result: null, status: 'error', because: /no verdict/ },
    { result: 3, status: 'error', because: /no verdict/ },
    { result: 'yes', status: 'error', because: /no verdict/ },
    { result: { pass: 'yes' }, status: 'error', because: /no verdict/ },
    { result: [1], status: 'error', because: /no verdict/ },
    { result: [{ code: 1 }], status: 'error', because: /no verdict/ },
  ])(
    'means $status where it is $result',
    async ({ result, status, because }) => {
      const { askOne } = await startOpa(() => ({
        body: { result, decision_id: '4ca636c1' },
      }));

      expect(await askOne()).toEqual({
        status,
        because: expect.stringMatching(because),
      });
    },
  );

  it.each<{ given: string; reply: FakeReply; because: RegExp }>([
    {
      given: 'a page of something else',
      reply: { body: '<html>' },
      because: /is not JSON; .*\.$/,
    },
    {
      given: 'JSON of something else',
      reply: { body: ['a'] },
      because: /no answer of its Data API; check accountability\.opa\.url\.$/,
    },
    {
      given: 'a refusal',
      reply: { status: 401, body: { message: 'unauthorized' } },
      because: /answers 401, "unauthorized"; .*\.$/,
    },
    {
      given: 'more than anybody reads',
      reply: { body: { result: ['x'.repeat(300_000)] } },
      because: /is larger than allowed; .*\.$/,
    },
    {
      given: 'a plea for a pause',
      reply: { status: 429, headers: { 'retry-after': '30' } },
      because: /asks for a pause; .*\.$/,
    },
    { given: 'half of it', reply: 'half', because: /no answer in time; .*\.$/ },
    { given: 'nothing', reply: 'hang', because: /no answer in time; .*\.$/ },
    {
      given: 'an error of its own',
      reply: { status: 500, body: { message: 'eval_conflict_error' } },
      because:
        /answers 500, "eval_conflict_error"; see what its log says of finance\/costcenter\/violations\.$/,
    },
  ])('is an error where it is $given', async ({ reply, because }) => {
    const isSlow = reply === 'half' || reply === 'hang';
    const { askOne } = await startOpa(() => reply, isSlow ? impatient : {});

    expect(await askOne()).toEqual({
      status: 'error',
      because: expect.stringMatching(because),
    });
  });

  it('is an error where nobody is there', async () => {
    const host = await startOpa(() => 'hang');
    await host.close();

    expect(await host.askOne()).toEqual({
      status: 'error',
      because: expect.stringMatching(
        /could not be read: .+; see whether it is up, and check accountability\.opa\.url\.$/,
      ),
    });
  });

  it('is asked for again where the connection broke', async () => {
    let asked = 0;
    const { askOne } = await startOpa(() => {
      asked += 1;
      return asked === 1 ? 'cut' : { body: { result: true } };
    });

    expect(await askOne()).toMatchObject({ status: 'pass' });
  });
});

describe('many questions', () => {
  const refs = Array.from({ length: 40 }, (_, i) => `component:default/s${i}`);
  const questions = refs.map(entityRef => question({ entityRef }));

  it('are answered in their order, so many at once', async () => {
    let most = 0;
    let open = 0;
    const { engine } = await startOpa(({ body }) => {
      open += 1;
      most = Math.max(most, open);
      setImmediate(() => {
        open -= 1;
      });
      return { body: { result: [JSON.parse(body).input.service.entityRef] } };
    });

    const answers = await engine.ask(questions, { signal });

    expect(answers.map(({ because }) => because)).toEqual(
      refs.map(ref => `${ref}.`),
    );
    expect(most).toBeLessThanOrEqual(settings.concurrency);
  });

  it('are not waited for one by one once OPA is out', async () => {
    const { engine, requests } = await startOpa(() => 'hang', impatient);

    const answers = await engine.ask(questions, { signal });

    expect(answers).toHaveLength(40);
    expect(answers.every(({ status }) => status === 'error')).toBe(true);
    // Those on their way, each tried twice.
    expect(requests.length).toBeLessThanOrEqual(2 * settings.concurrency);
  });

  it('of a rule that fails hold up no other rule', async () => {
    const { engine, requests } = await startOpa(({ path }) =>
      path.endsWith('/broken')
        ? { status: 500, body: { message: 'eval_conflict_error' } }
        : { body: { result: true } },
    );
    const broken = questions.map(one => ({ ...one, path: 'a/broken' }));

    const answers = await engine.ask([...broken, ...questions], { signal });

    const of = (status: string) =>
      answers.map(answer => answer.status).filter(one => one === status).length;
    expect([of('error'), of('pass')]).toEqual([40, 40]);
    expect(requests.length).toBeLessThanOrEqual(
      40 + 2 * 2 * settings.concurrency,
    );
  });

  it('end with the signal', async () => {
    const { engine } = await startOpa(() => 'hang');
    const stop = AbortSignal.timeout(50);

    const answers = await engine.ask(questions, { signal: stop });

    expect(answers.every(({ status }) => status === 'error')).toBe(true);
  });
});

describe('the version of OPA', () => {
  it('is what it says of itself, asked for once in ten minutes', async () => {
    const { engine, requests } = await startOpa(() => ({
      body: { result: {}, provenance: { version: '1.4.2', bundles: {} } },
    }));

    expect(await engine.version(signal)).toBe('1.4.2');
    expect(await engine.version(signal)).toBe('1.4.2');
    expect(requests.map(({ method, path }) => [method, path])).toEqual([
      ['GET', '/v1/data/system/version'],
    ]);
    expect(requests[0].query.get('provenance')).toBe('true');
  });

  it.each<FakeReply>([{ status: 403 }, { body: {} }, { body: '<html>' }])(
    'is unknown where it cannot be had: %j',
    async reply => {
      const { engine } = await startOpa(() => reply);

      expect(await engine.version(signal)).toBe('unknown');
    },
  );
});
