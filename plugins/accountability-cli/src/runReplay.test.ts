import { Replay } from 'backstage-plugin-accountability-common';
import { CommandIo } from './commands/CommandIo';
import { runCli } from './runCli';
import { FakeReplays } from './testing/FakeReplays';

const token = 'a-secret-token';
const waiting: Replay = {
  id: 'r-1',
  source: 'github',
  from: 0,
  to: Date.parse('2026-11-23T12:00:00Z'),
  status: 'waiting',
  requestedAt: Date.parse('2026-11-23T12:00:00Z'),
  total: 1284,
  read: 0,
  changed: 0,
  eventsAdded: 0,
  eventsRemoved: 0,
};
const halfway = { status: 'running', read: 642, changed: 3 } as const;
const done = {
  status: 'done',
  read: 1284,
  changed: 37,
  eventsAdded: 41,
  eventsRemoved: 4,
} as const;

describe('accountability replay', () => {
  let server: FakeReplays;
  let url: string;
  let out: string;
  let err: string;
  let pauses: number[];

  beforeEach(async () => {
    server = new FakeReplays();
    server.replays = [waiting];
    url = await server.start();
    out = '';
    err = '';
    pauses = [];
  });

  afterEach(() => server.stop());

  function run(args: string[], io: Partial<CommandIo> = {}): Promise<number> {
    return runCli(['replay', ...args, '--url', url], {
      env: { ACCOUNTABILITY_TOKEN: token },
      out: text => {
        out += text;
      },
      err: text => {
        err += text;
      },
      clock: () => 0,
      sleep: async ms => pauses.push(ms),
      ...io,
    });
  }

  const routes = () => server.requests.map(({ route }) => route);

  it('asks for the stretch of time and waits until all is read', async () => {
    server.steps = [halfway, done];

    const code = await run([
      ...['--source', 'github', '--from', '2026-11-01T00:00:00Z'],
      ...['--to', '2026-11-20T00:00:00+01:00'],
    ]);

    expect(code).toBe(0);
    expect(server.requests[0]).toEqual({
      route: 'POST /replays',
      token: `Bearer ${token}`,
      body: {
        source: 'github',
        from: '2026-11-01T00:00:00Z',
        to: '2026-11-20T00:00:00+01:00',
      },
    });
    expect(err.split('\n')).toEqual([
      'Replay r-1',
      'github: waiting, 0 %, 0 of 1,284 deliveries',
      'github: reading, 50 %, 642 of 1,284 deliveries; 3 say something else, 0 events added, 0 taken back',
      'github: done, 100 %, 1,284 of 1,284 deliveries; 37 say something else, 41 events added, 4 taken back',
      '',
    ]);
    expect(err).not.toContain(token);
  });

  it('prints a line only where there is news, when no terminal reads along', async () => {
    server.steps = [
      { ...halfway, read: 10 },
      { ...halfway, read: 20 },
      { ...halfway, read: 200 },
      done,
    ];

    await run(['--source', 'github']);

    const read = [...err.matchAll(/([\d,]+) of 1,284/g)].map(([, n]) => n);
    expect(read).toEqual(['0', '10', '200', '1,284']);
  });

  it('writes one line over on a terminal', async () => {
    server.steps = [halfway, { ...halfway, read: 643 }, done];

    await run(['--source', 'github'], { isTerminal: true });

    expect(err.split('\n')).toHaveLength(3);
    expect(err.split('\r\x1b[2K')).toHaveLength(5);
    expect(err).toMatch(/taken back\n$/);
  });

  it.each([
    {
      given: { status: 'failed', read: 9, trouble: 'no database' },
      gives: 'failed (no database)',
    },
    { given: { status: 'cancelled', read: 9 }, gives: 'cancelled, 0 %' },
  ] as const)('ends with 1 where it $given.status', async row => {
    server.steps = [row.given];

    const code = await run(['--source', 'github']);

    expect(code).toBe(1);
    expect(err).toContain(row.gives);
  });

  it('says that nothing is kept to read', async () => {
    server.replays = [{ ...waiting, total: 0, status: 'done' }];

    const code = await run(['--source', 'github']);

    expect(code).toBe(0);
    expect(err).toContain('no delivery is kept of that time');
  });

  it('does not wait when told so, and prints the id for scripts', async () => {
    const code = await run(['--source', 'github', '--no-wait']);

    expect(code).toBe(0);
    expect(out).toBe('r-1\n');
    expect(routes()).toEqual(['POST /replays']);
  });

  it('leaves the replay running at Ctrl-C, and says so', async () => {
    server.steps = [halfway];
    let press = () => {};
    const stopped = jest.fn();

    const code = await run(['--source', 'github'], {
      sleep: async () => {
        if (server.requests.length > 1) press();
      },
      onInterrupt: callBack => {
        press = callBack;
        return stopped;
      },
    });

    expect(code).toBe(130);
    expect(err).toContain('the replay goes on at the server');
    expect(err).toContain('accountability replay --cancel r-1');
    expect(routes()).toEqual(['POST /replays', 'GET /replays/r-1']);
    expect(stopped).toHaveBeenCalledTimes(1);
  });

  it('wakes up at Ctrl-C', async () => {
    const code = await run(['--source', 'github'], {
      sleep: undefined,
      onInterrupt: callBack => {
        setImmediate(callBack);
        return () => undefined;
      },
    });

    expect(code).toBe(130);
  });

  it('goes on watching after the server was away', async () => {
    server.trouble = count =>
      count === 2 || count === 3
        ? { status: 503, message: 'Starting up' }
        : undefined;
    server.steps = [done];

    const code = await run(['--source', 'github']);

    expect(code).toBe(0);
    expect(pauses).toEqual([1000, 2000, 4000]);
    expect(err).toContain('the server answered 503: Starting up; trying again');
  });

  it('gives up watching after ten failures in a row, and the replay goes on', async () => {
    server.trouble = count =>
      count > 1 ? { status: 503, message: 'Starting up' } : undefined;

    const code = await run(['--source', 'github']);

    expect(code).toBe(3);
    expect(pauses).toHaveLength(10);
    expect(Math.max(...pauses)).toBe(60_000);
    expect(err).toContain('the replay goes on at the server');
  });

  it.each([
    { given: 401, message: 'x', gives: 'the token is missing', code: 3 },
    {
      given: 403,
      message: 'You need the permission accountability.delivery.replay',
      gives: 'You need the permission accountability.delivery.replay',
      code: 3,
    },
    {
      given: 400,
      message: 'There is no source "github" that is on',
      gives: 'There is no source "github" that is on',
      code: 2,
    },
  ])('says why an answer $given began nothing', async row => {
    server.trouble = () => ({ status: row.given, message: row.message });

    const code = await run(['--source', 'github']);

    expect(code).toBe(row.code);
    expect(err).toContain(row.gives);
    expect(server.requests).toHaveLength(1);
  });

  it('says that the server was not reached', async () => {
    await server.stop();

    const code = await run(['--list']);

    expect(code).toBe(3);
    expect(err).toContain('the server was not reached');
    await server.start();
  });

  it('lists the latest replays', async () => {
    server.replays = [
      { ...waiting, ...done },
      { ...waiting, id: 'r-10' },
    ];

    const code = await run(['--list']);

    expect(code).toBe(0);
    expect(out.split('\n')).toEqual([
      'ID    SOURCE  STATUS   READ  OF    CHANGED  ASKED',
      'r-1   github  done     1284  1284  37       2026-11-23T12:00:00Z',
      'r-10  github  waiting  0     1284  0        2026-11-23T12:00:00Z',
      '',
    ]);
  });

  it('says that there is nothing to list', async () => {
    server.replays = [];

    await run(['--list']);

    expect(out).toBe('Nothing was read again yet\n');
  });

  it.each([
    {
      given: 'running',
      gives: 0,
      says: 'github: cancelled, 50 %, 642 of 1,284 deliveries',
    },
    { given: 'done', gives: 1, says: 'It had ended before' },
  ] as const)('cancels a replay that is $given', async row => {
    server.replays = [{ ...waiting, ...halfway, status: row.given }];

    const code = await run(['--cancel', 'r-1']);

    expect(code).toBe(row.gives);
    expect(err).toContain(row.says);
    expect(routes()).toEqual(['POST /replays/r-1/cancellation']);
  });

  it.each([
    { given: 'nothing to do', args: [] },
    { given: 'two things to do', args: ['--list', '--source', 'github'] },
    {
      given: 'a time without a zone',
      args: ['--source', 'github', '--from', '2026-11-01T00:00:00'],
    },
    {
      given: 'an end before the beginning',
      args: [
        ...['--source', 'github', '--from', '2026-11-02T00:00:00Z'],
        ...['--to', '2026-11-01T00:00:00Z'],
      ],
    },
    { given: 'an unknown flag', args: ['--source', 'github', '--fast'] },
  ])('ends with 2 for $given', async ({ args }) => {
    const code = await run(args);

    expect(code).toBe(2);
    expect(server.requests).toEqual([]);
  });

  it('ends with 2 without a token', async () => {
    const code = await run(['--list'], { env: {} });

    expect(code).toBe(2);
    expect(err).toContain('ACCOUNTABILITY_TOKEN');
  });
});
