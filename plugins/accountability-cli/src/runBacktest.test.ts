import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  BacktestReport,
  BacktestResponse,
} from 'backstage-plugin-accountability-common';
import { runCli } from './runCli';
import { FakeBacktests } from './testing/FakeBacktests';

const report: BacktestReport = {
  asOf: 0,
  days: 90,
  services: 12,
  faults: [],
  limits: ['Exemptions of then are not applied.'],
  checks: [
    {
      scorecard: 'ready',
      check: 'scan',
      title: 'The ##[error] scan',
      now: {
        pass: 3,
        warn: 0,
        fail: 8,
        exempt: 0,
        unknown: 1,
        notApplicable: 0,
      },
      newlyFailing: [
        {
          owner: 'group:default/a',
          services: [
            { entityRef: 'component:default/pay', title: 'Pay', because: '' },
          ],
          total: 7,
        },
        { services: [], total: 1 },
      ],
      past: [
        { week: '2026-11-16', fail: 0, known: 0, unknown: 12 },
        { week: '2026-11-23', fail: 4, known: 11, unknown: 1 },
      ],
      incidents: {
        failed: { weeks: 0, withIncident: 0 },
        passed: { weeks: 0, withIncident: 0 },
        because: 'Too little to compare.',
      },
    },
  ],
};
const waiting: BacktestResponse = {
  id: 'b-1',
  state: 'waiting',
  requestedAt: 0,
  progress: { done: 0, total: 0 },
};
const running = {
  ...waiting,
  state: 'running',
  progress: { done: 6, total: 12 },
};
const done = { ...waiting, state: 'done', report };
const fault = { file: 'candidate.yaml', line: 3, column: 4, message: 'Wrong' };

describe('accountability backtest', () => {
  let server: FakeBacktests;
  let url: string;
  let dir: string;
  let out: string;
  let err: string;

  beforeEach(async () => {
    server = new FakeBacktests();
    url = await server.start();
    dir = await mkdtemp(join(tmpdir(), 'backtest-'));
    await writeFile(join(dir, 'ready.yaml'), 'kind: Scorecard');
    out = '';
    err = '';
  });
  afterEach(async () => {
    await server.stop();
    await rm(dir, { recursive: true });
  });

  const run = (...args: string[]) =>
    runCli(['backtest', join(dir, 'ready.yaml'), '--url', url, ...args], {
      env: { ACCOUNTABILITY_TOKEN: 't' },
      out: text => {
        out += text;
      },
      err: text => {
        err += text;
      },
      clock: () => 0,
      sleep: async () => {},
    });

  it('sends the file, follows it and tells the report', async () => {
    server.steps = [
      { status: 202, body: waiting },
      { body: running },
      { body: done },
    ];

    const code = await run('--days', '30');

    expect(code).toBe(0);
    expect(server.requests.map(({ route }) => route)).toEqual([
      'POST /api/accountability/backtests',
      'GET /api/accountability/backtests/b-1',
      'GET /api/accountability/backtests/b-1',
    ]);
    expect(JSON.parse(server.requests[0].body)).toEqual({
      policy: 'kind: Scorecard',
      days: 30,
    });
    expect(err).toBe('Backtest b-1\n6 of 12 services\n');
    expect(out).toBe(`check ready/scan: The ## [error] scan
  now: 8 fail, 1 unknown, 3 pass
  newly failing: 8
    group:default/a: Pay, 6 more
    no owner: 1 more
  past: 2026-11-16 unknown, 2026-11-23 4 of 11
  incidents: Too little to compare.
note: Exemptions of then are not applied.
12 services, 90 days; 1 checks, 0 faults
`);
  });

  it('keeps the report as JSON in a file, and text on the console', async () => {
    server.steps = [{ status: 202, body: waiting }, { body: done }];
    const output = join(dir, 'report.json');

    await run('--format', 'json', '--output', output);

    expect(JSON.parse(await readFile(output, 'utf8'))).toEqual(report);
    expect(out).toContain('check ready/scan');
  });

  it.each([
    {
      given: 'faults in the report',
      steps: [
        { body: waiting },
        { body: { ...done, report: { ...report, faults: [fault] } } },
      ],
      gives: 1,
      saying: 'candidate.yaml:3:4 Wrong',
    },
    {
      given: 'a backtest that failed',
      steps: [
        { body: waiting },
        { body: { ...waiting, state: 'failed', because: 'Too many checks' } },
      ],
      gives: 3,
      saying: 'The backtest failed: Too many checks',
    },
    {
      given: 'a server that has enough waiting',
      steps: [{ status: 409, body: { error: { message: '3 wait already' } } }],
      gives: 3,
      saying: 'Not done: the server answered 409',
    },
    {
      given: 'days that are none',
      args: ['--days', 'many'],
      gives: 2,
      saying: '--days has to be a whole number',
    },
    {
      given: 'a format that there is not',
      args: ['--format', 'xml'],
      gives: 2,
      saying: '--format xml is not known',
    },
  ])('ends with $gives for $given', async given => {
    server.steps = given.steps ?? [];

    const code = await run(...(given.args ?? []));

    expect(code).toBe(given.gives);
    expect(out + err).toContain(given.saying);
  });

  it('goes on where the server is away for a moment', async () => {
    server.steps = [
      { status: 202, body: waiting },
      { status: 503, body: {} },
      { body: done },
    ];

    expect(await run()).toBe(0);
    expect(err).toContain('trying again');
  });
});
