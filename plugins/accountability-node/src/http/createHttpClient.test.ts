import { FakeHost, FakeReply, startFakeHost } from '../testUtils';
import { createHttpClient } from './createHttpClient';
import { HttpAnswer } from './HttpClient';
import { HttpClientOptions } from './HttpSettings';
import { OutsideFault } from './OutsideFault';

const start = Date.parse('2026-11-23T12:00:00Z');
const never = new AbortController().signal;
const epochSeconds = (at: number) => String(at / 1000);

describe('createHttpClient', () => {
  let host: FakeHost;
  let replies: FakeReply[];
  let clock: { now: number; slept: number[] };
  beforeEach(async () => {
    replies = [];
    clock = { now: start, slept: [] };
    // The last reply is repeated.
    host = await startFakeHost(() =>
      replies.length > 1 ? replies.shift() ?? {} : replies[0],
    );
  });
  afterEach(() => host.close());

  const clientOf = (given: Partial<HttpClientOptions> = {}) =>
    createHttpClient({
      baseUrl: `${host.url}/api`,
      headers: () => ({ authorization: 'Bearer secret-token' }),
      random: () => 0.5,
      clock: {
        now: () => clock.now,
        sleep: async ms => {
          clock.slept.push(ms);
          clock.now += ms;
        },
        timeout: () => new AbortController().signal,
      },
      ...given,
    });
  const get = (
    given: { path?: string; etag?: string; signal?: AbortSignal } = {},
    options: Partial<HttpClientOptions> = {},
  ) => clientOf(options).get({ path: '/things', signal: never, ...given });
  const faultIn = (answer: HttpAnswer) =>
    answer.status === 'fault' ? answer.fault : undefined;

  it('reads JSON with its etag and next page, on the host that it asked', async () => {
    replies = [
      {
        headers: {
          etag: 'W/"1"',
          link: '<http://wrong.example/api/things?page=1>; rel="prev", <http://wrong.example/api/things?page=3>; rel="next"',
        },
        body: [1],
      },
    ];

    const answer = await clientOf().get({
      path: '/things',
      query: { page: 2, 'include[]': ['a', 'b'], left: undefined },
      signal: never,
    });

    expect(answer).toMatchObject({
      status: 'answered',
      body: [1],
      etag: 'W/"1"',
      next: `${host.url}/api/things?page=3`,
    });
    expect(host.requests[0].path).toBe('/api/things');
    expect(host.requests[0].query.toString()).toBe(
      'page=2&include%5B%5D=a&include%5B%5D=b',
    );
    expect(host.requests[0].headers).toMatchObject({
      authorization: 'Bearer secret-token',
    });
  });

  it('says so where nothing changed since an etag', async () => {
    replies = [{ status: 304 }];

    const answer = await get({ etag: 'W/"1"' });

    expect(answer).toEqual({ status: 'unchanged' });
    expect(host.requests[0].headers['if-none-match']).toBe('W/"1"');
  });

  it.each<{ given: string; reply: FakeReply }>([
    { given: 'a fault of the host', reply: { status: 502, body: 'bad' } },
    { given: 'a connection that breaks', reply: 'cut' },
  ])(
    'tries again after $given, waiting longer each time',
    async ({ reply }) => {
      replies = [reply, reply, { body: 'fine' }].map(each =>
        typeof each === 'object' && each.body === 'fine'
          ? { body: { fine: true } }
          : each,
      );

      const answer = await get();

      expect(answer).toMatchObject({
        status: 'answered',
        body: { fine: true },
      });
      expect(clock.slept).toEqual([1000, 2000]);
    },
  );

  it('gives up after its tries, with a sentence that holds no credentials', async () => {
    replies = [{ status: 500, body: { message: 'Kaputt' } }];

    const answer = await clientOf().get({
      path: '/things',
      query: { token: 'secret-token' },
      signal: never,
    });

    expect(faultIn(answer)).toMatchObject({ kind: 'unreachable', status: 500 });
    expect(faultIn(answer)?.message).toMatch(
      /^127\.0\.0\.1:\d+\/api\/things answers 500, "Kaputt"$/,
    );
    expect(host.requests).toHaveLength(3);
  });

  it.each<{ given: string; reply: FakeReply; headers?: () => Promise<never> }>([
    { given: 'an answer', reply: 'hang' },
    { given: 'the rest of an answer', reply: 'half' },
    {
      given: 'credentials',
      reply: {},
      headers: () => new Promise(() => {}),
    },
  ])('does not wait for $given for ever', async ({ reply, headers }) => {
    replies = [reply];
    const timeouts: number[] = [];

    const answer = await get(
      {},
      {
        tries: 2,
        ...(headers && { headers }),
        clock: {
          now: () => clock.now,
          sleep: async () => {},
          timeout: ms => {
            timeouts.push(ms);
            const controller = new AbortController();
            setTimeout(() => controller.abort(), 20);
            return controller.signal;
          },
        },
      },
    );

    expect(faultIn(answer)).toMatchObject({
      kind: 'unreachable',
      message: expect.stringContaining('no answer in time'),
    });
    expect(timeouts).toEqual([30_000, 30_000]);
  });

  it('ends with its signal and asks for nothing after it', async () => {
    replies = ['hang'];
    const stop = new AbortController();
    const asked = get({ signal: stop.signal });
    stop.abort();

    const answer = await asked;
    const after = await get({ signal: stop.signal });

    expect(faultIn(answer)?.kind).toBe('stopped');
    expect(faultIn(after)?.kind).toBe('stopped');
    expect(clock.slept).toEqual([]);
  });

  it.each<{ given: string; reply: FakeReply; gives: number }>([
    {
      given: 'seconds',
      reply: { status: 429, headers: { 'retry-after': '90' } },
      gives: start + 90_000,
    },
    {
      given: 'a date',
      reply: {
        status: 429,
        headers: { 'retry-after': 'Mon, 23 Nov 2026 12:05:00 GMT' },
      },
      gives: start + 300_000,
    },
    {
      given: 'nothing',
      reply: { status: 429 },
      gives: start + 60_000,
    },
    {
      given: "GitHub's used up quota",
      reply: {
        status: 403,
        headers: {
          'x-ratelimit-limit': '5000',
          'x-ratelimit-remaining': '0',
          'x-ratelimit-reset': epochSeconds(start + 600_000),
        },
      },
      gives: start + 600_000,
    },
    {
      given: "GitHub's secondary limit",
      reply: {
        status: 403,
        body: { message: 'You have exceeded a secondary rate limit.' },
      },
      gives: start + 60_000,
    },
    {
      given: "PagerDuty's seconds until the reset",
      reply: {
        status: 429,
        headers: { 'ratelimit-remaining': '0', 'ratelimit-reset': '12' },
      },
      gives: start + 12_000,
    },
  ])(
    'stops at a limit that names $given and asks again only after it',
    async ({ reply, gives }) => {
      replies = [reply, { body: 1 }];
      const client = clientOf();
      const ask = () => client.get({ path: '/things', signal: never });

      const first = await ask();
      const second = await ask();
      clock.now = gives;
      const third = await ask();

      expect(faultIn(first)).toMatchObject({ kind: 'limited', until: gives });
      expect(faultIn(second)).toMatchObject({ kind: 'limited', until: gives });
      expect(third.status).toBe('answered');
      expect(host.requests).toHaveLength(2);
      expect(clock.slept).toEqual([]);
    },
  );

  it.each([
    { family: 'x-ratelimit', leave: 0.2, remaining: 1000, gives: 'fault' },
    { family: 'x-ratelimit', leave: 0.2, remaining: 1001, gives: 'answered' },
    { family: 'ratelimit', leave: undefined, remaining: 2500, gives: 'fault' },
    { family: 'ratelimit', leave: 0, remaining: 1, gives: 'answered' },
  ])(
    'leaves $leave of the quota to others: with $remaining of 5000 left the next is $gives',
    async ({ family, leave, remaining, gives }) => {
      replies = [
        {
          headers: {
            [`${family}-limit`]: '5000',
            [`${family}-remaining`]: String(remaining),
            [`${family}-reset`]: epochSeconds(start + 60_000),
          },
          body: 1,
        },
      ];
      const client = clientOf({ leave });
      const ask = () => client.get({ path: '/things', signal: never });

      const first = await ask();
      const second = await ask();
      clock.now += 60_000;
      const later = await ask();

      expect(first.status).toBe('answered');
      expect(second.status).toBe(gives);
      expect(later.status).toBe('answered');
    },
  );

  it('waits as a host in trouble asks, unless that is long', async () => {
    replies = [
      { status: 503, headers: { 'retry-after': '7' } },
      { status: 503, headers: { 'retry-after': '3600' } },
    ];

    const answer = await get();

    expect(clock.slept).toEqual([7000]);
    expect(faultIn(answer)).toMatchObject({
      kind: 'unreachable',
      until: start + 7000 + 3_600_000,
    });
  });

  it.each([
    { status: 401, body: { message: 'Bad credentials' } },
    { status: 403, body: { message: 'Advanced Security must be enabled' } },
    { status: 404, body: { error: '404 Project Not Found' } },
    { status: 400, body: { error: { message: 'Invalid Input Provided' } } },
    { status: 410, body: 'gone' },
  ])('takes $status for a refusal and does not ask again', async reply => {
    replies = [reply];

    const answer = await get();

    expect(faultIn(answer)).toMatchObject({
      kind: 'refused',
      status: reply.status,
    });
    expect(host.requests).toHaveLength(1);
  });

  it('follows redirects on the host, and none to another one', async () => {
    const other = await startFakeHost(() => ({ body: 'leaked' }));
    replies = [
      { status: 301, headers: { location: '/api/moved' } },
      { status: 302, headers: { location: `${other.url}/steal` } },
    ];

    const answer = await get();

    expect(faultIn(answer)).toMatchObject({ kind: 'unreadable' });
    expect(faultIn(answer)?.message).toContain('is not followed');
    expect(host.requests.map(({ path }) => path)).toEqual([
      '/api/things',
      '/api/moved',
    ]);
    expect(other.requests).toEqual([]);
    await other.close();
  });

  it('does not follow redirects in circles', async () => {
    replies = [{ status: 302, headers: { location: '/api/things' } }];

    expect(faultIn(await get())).toMatchObject({ kind: 'unreadable' });
    expect(host.requests).toHaveLength(4);
  });

  it.each([
    { given: 'another host', path: 'https://elsewhere.example/x' },
    { given: 'no URL', path: 'http://[' },
  ])('asks nothing of $given', async ({ path }) => {
    expect(faultIn(await get({ path }))).toMatchObject({ kind: 'unreadable' });
    expect(host.requests).toEqual([]);
  });

  it.each([
    { given: 'no JSON', reply: { body: '<html>' }, options: {} },
    {
      given: 'more than it may',
      reply: { body: 'x'.repeat(1001) },
      options: { mostBytes: 1000 },
    },
  ])('cannot read $given', async ({ reply, options }) => {
    replies = [reply];

    expect(faultIn(await get({}, options))).toMatchObject({
      kind: 'unreadable',
    });
  });

  it('hands on why there are no credentials', async () => {
    const fault = new OutsideFault('refused', 'Nobody installed the app');

    const answer = await get(
      {},
      {
        headers: () => {
          throw fault;
        },
      },
    );

    expect(answer).toEqual({ status: 'fault', fault });
  });

  it('tells nothing of credentials that could not be had', async () => {
    const answer = await get(
      {},
      {
        tries: 1,
        headers: async () => {
          throw new TypeError('secret-token is wrong');
        },
      },
    );

    expect(faultIn(answer)?.message).toContain('TypeError');
    expect(faultIn(answer)?.message).not.toContain('secret-token');
    expect(host.requests).toEqual([]);
  });
});
