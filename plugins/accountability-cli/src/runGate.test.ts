import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CommandIo } from './commands/CommandIo';
import { runCli } from './runCli';
import { decisionOf, denied, ruleOf } from './testing/decisionOf';
import { FakeGates } from './testing/FakeGates';

const token = 'a-secret-token';
const silent = { out: () => {}, err: () => {}, clock: () => 0 };

describe('accountability gate', () => {
  let server: FakeGates;
  let url: string;
  let out: string;
  let err: string;
  let pauses: number[];

  beforeEach(async () => {
    server = new FakeGates();
    url = await server.start();
    out = '';
    err = '';
    pauses = [];
  });

  afterEach(() => server.stop());

  function run(args: string[] = [], io: Partial<CommandIo> = {}) {
    const service = ['--service', 'component:default/payments'];
    return runCli(
      ['gate', 'deploy-production', ...service, '--url', url, ...args],
      {
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
      },
    );
  }

  it('sends the whole question, with the token and a key', async () => {
    const code = await run([
      ...['--environment', 'production', '--commit', '3f2a9c1'],
      ...['--artifact', 'registry/payments:1', '--point', 'pr'],
      ...['--label', 'incident-fix', '--label', 'small'],
    ]);

    expect(code).toBe(0);
    expect(server.requests).toEqual([
      {
        route: 'POST /api/accountability/gates/deploy-production/decisions',
        token: `Bearer ${token}`,
        body: {
          entityRef: 'component:default/payments',
          point: 'pr',
          environment: 'production',
          commit: '3f2a9c1',
          artifact: 'registry/payments:1',
          labels: ['incident-fix', 'small'],
          idempotencyKey: expect.stringMatching(/^cli-[0-9a-f]{64}$/),
        },
      },
    ]);
    expect(out + err).not.toContain(token);
  });

  it.each([
    { outcome: 'allow', args: [], gives: 0 },
    { outcome: 'warn', args: [], gives: 0 },
    { outcome: 'warn', args: ['--fail-on', 'warn'], gives: 1 },
    { outcome: 'deny', args: [], gives: 1 },
    { outcome: 'deny', args: ['--on-unreachable', 'warn'], gives: 1 },
  ] as const)(
    'a decision to $outcome with $args ends with $gives',
    async ({ outcome, args, gives }) => {
      server.answer = () => ({ body: decisionOf({ outcome }) });

      expect(await run([...args])).toBe(gives);
    },
  );

  it('says what holds back and what to do, line by line', async () => {
    server.answer = () => ({ body: denied });

    await run(['--portal-url', 'https://backstage.example.com/']);

    expect(out.split('\n')).toEqual([
      'DENIED: Deployments to production for component:default/payments (point deploy, environment production, commit 3f2a9c1)',
      '  2 rules deny: Holes are closed (It is open for 20 d); A scan.',
      '',
      'Denied by:',
      '  - Holes are closed [ready/holes-are-closed, critical]',
      '      Why: It is open for 20 d.',
      '      What to do: Update the dependency. ::error::or take it out.',
      '  - A scan [ready/scanned, high]',
      '      Why: No scanner is connected. An unknown counts as a fail here.',
      '',
      'Warnings:',
      '  - Changes: seldom, or never, break 100% [ready/seldom-breaks, medium]',
      '      Why: 30 % break something.',
      '      It denies from 1 Jan 2027, 00:00:00 UTC on.',
      '',
      'Unknown:',
      '  - ready/scanned is unknown, which counts as a fail here',
      '  - ready/tried could not be computed, and is only written down',
      '',
      'Exempt:',
      '  - ready/owned until 30 Nov 2026, 12:00:00 UTC, in 7 d (exemption e-1)',
      '',
      'Facts that were read:',
      '  - security.known_exploited_open_days: 3 days, measured 3 h ago (may be 2 d old)',
      '  - security.sbom_age: unknown. No scanner is connected.',
      '',
      'Decision d-1 of 23 Nov 2026, 12:00:00 UTC (policy abcdef012345)',
      'See https://backstage.example.com/accountability/decisions/d-1',
      '',
    ]);
  });

  it('says of broken glass why, by whom, and until when it is to be reviewed', async () => {
    const breakGlass = {
      reason: 'Customers cannot pay.',
      group: 'group:default/incident-commanders',
      reviewBy: Date.UTC(2026, 10, 25, 12),
    };
    server.answer = () => ({ body: decisionOf({ breakGlass }) });

    const code = await run(['--break-glass', 'Customers cannot pay.']);

    expect(code).toBe(0);
    expect(server.requests[0].body.breakGlass).toEqual({
      reason: 'Customers cannot pay.',
    });
    expect(out).toContain('THE GLASS WAS BROKEN: Customers cannot pay.');
    expect(out).toContain('to be reviewed by 25 Nov 2026, 12:00:00 UTC');
  });

  it('keeps nothing in a dry run, and needs no key for it', async () => {
    const { id: _, ...kept } = decisionOf({ dryRun: true });
    server.answer = () => ({ body: kept });

    await run(['--dry-run']);

    expect(server.requests[0].body).toEqual({
      entityRef: 'component:default/payments',
      point: 'deploy',
      dryRun: true,
    });
    expect(out).toContain('A dry run: nothing was kept');
  });

  it('tells GitHub each rule that does not pass, and ends no command early', async () => {
    server.answer = () => ({ body: denied });

    await run(['--format', 'github']);

    expect(out.split('\n').slice(0, 6)).toEqual([
      '::error title=Holes are closed::It is open for 20 d.%0AWhat to do: Update the dependency.%0A::error::or take it out.',
      '::error title=A scan::No scanner is connected. An unknown counts as a fail here.',
      '::warning title=Changes%3A seldom%2C or never%2C break 100%25::30 %25 break something.',
      '::notice title=Somebody answers::Nobody does. Exempt until 30 Nov 2026, 12:00:00 UTC.',
      '::notice title=Tried out::It divides by zero.',
      'DENIED: Deployments to production for component:default/payments (point deploy, environment production, commit 3f2a9c1)',
    ]);
  });

  it('gives the decision as it came, as JSON', async () => {
    server.answer = () => ({ body: denied });

    await run(['--format', 'json']);

    expect(JSON.parse(out)).toEqual(denied);
  });

  it('keeps SARIF in a file, one result for each rule that does not pass, and prints text', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'gate-'));
    const file = join(dir, 'gate.sarif');
    server.answer = () => ({ body: denied });

    await run(['--format', 'sarif', '--output', file]);

    const { runs } = JSON.parse(await readFile(file, 'utf8'));
    await rm(dir, { recursive: true });
    const told = runs[0].results.map(
      ({ ruleId, level, suppressions }: Record<string, unknown>) => [
        ruleId,
        level,
        !!suppressions,
      ],
    );
    expect(told).toEqual([
      ['ready/holes-are-closed', 'error', false],
      ['ready/scanned', 'error', false],
      ['ready/seldom-breaks', 'warning', false],
      ['ready/owned', 'note', true],
      ['ready/tried', 'note', false],
    ]);
    expect(out).toMatch(/^DENIED/);
  });

  it('has a finding where no rule could be asked', async () => {
    const because = 'No rule could be asked, which counts as a fail here.';
    const engineError = 'It was not assessed yet.';
    server.answer = () => ({
      body: decisionOf({ outcome: 'deny', because, engineError, rules: [] }),
    });

    expect(await run(['--format', 'github'])).toBe(1);
    expect(out).toContain(
      `::error title=Deployments to production could not ask its rules::${because}`,
    );
  });

  describe('when nobody answers', () => {
    const out503 = { status: 503, body: { error: { message: 'restarting' } } };

    it('asks again with the same key, with growing pauses', async () => {
      server.answer = count => (count < 4 ? out503 : {});

      expect(await run()).toBe(0);
      expect(pauses).toEqual([1000, 2000, 4000]);
      const keys = server.requests.map(({ body }) => body.idempotencyKey);
      expect(new Set(keys).size).toBe(1);
      expect(keys).toHaveLength(4);
    });

    it('waits as long as the server wishes, at most a minute', async () => {
      const busy = (wish: string) => ({
        status: 429,
        headers: { 'retry-after': wish },
      });
      const answers = [busy('7'), busy('3600'), {}];
      server.answer = count => answers[count - 1];

      expect(await run()).toBe(0);
      expect(pauses).toEqual([7000, 60_000]);
    });

    it.each([
      {
        args: [],
        gives: 3,
        says: 'The gate was not asked, which holds the job',
      },
      {
        args: ['--on-unreachable', 'warn'],
        gives: 0,
        says: 'WARNING: the gate was NOT ASKED, and the job goes on',
      },
    ])('in the end $args ends with $gives, and says so', async each => {
      server.answer = () => out503;

      expect(await run(['--retries', '2', ...each.args])).toBe(each.gives);
      expect(server.requests).toHaveLength(3);
      expect(err).toContain(each.says);
      expect(out).toMatch(/^NOT ASKED: deploy-production/);
    });

    it('gives up an attempt that takes too long', async () => {
      server.answer = count => (count === 1 ? { hangs: true } : {});

      expect(await run(['--timeout', '0.2'])).toBe(0);
      expect(server.requests).toHaveLength(2);
    });

    it('is the same where there is no server', async () => {
      await server.stop();

      expect(await run(['--retries', '0'])).toBe(3);
      expect(err).toContain('the server was not reached');
    });

    it.each([
      { format: 'github', gives: /^::error title=The gate was not asked::/ },
      { format: 'json', gives: /"unasked": ?"the server answered 503/ },
      { format: 'sarif', gives: /"executionSuccessful": false/ },
    ])('tells it in $format', async ({ format, gives }) => {
      server.answer = () => out503;

      await run(['--retries', '0', '--format', format]);

      expect(out).toMatch(gives);
    });
  });

  describe('an answer that decides nothing opens nothing, though the gate may go on without a server', () => {
    const goOn = ['--on-unreachable', 'warn'];

    it.each([
      { given: 'no token', answer: { status: 401 } },
      { given: 'no permission', answer: { status: 403 } },
      { given: 'a page to log in', answer: { body: '<html>Log in</html>' } },
      { given: 'JSON of another', answer: { body: { ok: true } } },
      {
        given: 'an outcome that there is not',
        answer: { body: { ...decisionOf(), outcome: 'perhaps' } },
      },
    ])('$given', async ({ answer }) => {
      server.answer = () => answer;

      expect(await run(goOn)).toBe(3);
      expect(server.requests).toHaveLength(1);
    });

    it.each([400, 404, 409])('%s is wrong use', async status => {
      const message = 'There is no gate x; these there are: y';
      server.answer = () => ({ status, body: { error: { message } } });

      expect(await run(goOn)).toBe(2);
      expect(err).toContain(message);
    });
  });

  it.each([
    { args: ['--point', 'deplyo'], gives: "(did you mean 'deploy'?)" },
    { args: ['--format', 'xml'], gives: 'text, json, sarif, github' },
    { args: ['--fail-on', 'allow'], gives: '--fail-on allow is not known' },
    { args: ['--on-unreachable', 'open'], gives: 'fail, warn' },
    { args: ['--timeout', 'soon'], gives: '--timeout has to be a number' },
    { args: ['--retries', '-1'], gives: '--retries has to be a whole number' },
    { args: ['--portal-url', 'here'], gives: '--portal-url needs the address' },
    {
      args: ['--dry-run', '--break-glass', 'now'],
      gives: 'leave --break-glass out',
    },
    {
      args: ['--url', 'here'],
      gives: '--url or ACCOUNTABILITY_URL needs the address',
    },
  ])('refuses $args and asks nobody', async ({ args, gives }) => {
    expect(await run(args)).toBe(2);
    expect(err).toContain(gives);
    expect(server.requests).toEqual([]);
  });

  it('refuses to ask without a token or a service', async () => {
    expect(await run([], { env: {} })).toBe(2);
    expect(err).toContain('ACCOUNTABILITY_TOKEN is needed');
    expect(await runCli(['gate', 'x'], { ...silent, env: {} })).toBe(2);
  });

  it('prints nothing of others as a command of CI', async () => {
    const because = 'a\n::add-mask::x\r##[error]y\u001b[2J';
    const rules = [ruleOf({ outcome: 'fail', effect: 'deny', because })];
    server.answer = () => ({ body: decisionOf({ because, rules }) });

    await run();

    expect(out).not.toMatch(/^\s*::|##\[|(?!\n)\p{Cc}/mu);
  });
});
