import {
  at,
  collectedIn,
  deliveriesIn,
  noon,
  startGithub,
} from './__testUtils__/pollGithub';

const suite = {
  id: 21,
  actor_id: 4711,
  actor_name: 'somebody',
  before_sha: '1'.repeat(40),
  after_sha: '2'.repeat(40),
  ref: 'refs/heads/main',
  pushed_at: at(-10),
  result: 'bypass',
};

describe('polled rule suites', () => {
  let github: Awaited<ReturnType<typeof startGithub>>;
  beforeEach(async () => {
    github = await startGithub();
  });
  afterEach(() => github.host.close());

  it('are merges that went round a ruleset, and who did is not kept', async () => {
    github.answer(() => ({ body: [suite] }));

    const steps = await github.poll('rule_suites');

    expect(collectedIn(steps)).toEqual([
      {
        status: 'accepted',
        events: [
          {
            kind: 'change',
            origin: 'push',
            state: 'merged',
            record: `github:push:acme/payments:${suite.after_sha}`,
            subject: 'github:acme/payments',
            at: noon - 10 * 60_000,
            branch: 'main',
            defaultBranch: true,
            sha: suite.after_sha,
            bypassed: ['ruleset'],
          },
        ],
      },
    ]);
    expect(JSON.stringify(deliveriesIn(steps))).not.toMatch(/somebody|4711/);
    expect(github.asked()).toEqual([
      '/api/v3/repos/acme/payments/rulesets/rule-suites?per_page=100&rule_suite_result=all&time_period=day',
    ]);
  });

  it('that passed say that no ruleset was gone round', async () => {
    github.answer(() => ({ body: [{ ...suite, result: 'pass' }] }));

    expect(collectedIn(await github.poll('rule_suites'))).toMatchObject([
      { events: [{ sha: suite.after_sha, bypassed: [] }] },
    ]);
  });

  it.each([
    { given: 'another branch', of: { ref: 'refs/heads/somebody' } },
    { given: 'a push that was refused', of: { result: 'fail' } },
    { given: 'before the pass', of: { pushed_at: at(-61) } },
  ])('of $given are not kept', async ({ of }) => {
    github.answer(() => ({ body: [{ ...suite, ...of }] }));

    expect(deliveriesIn(await github.poll('rule_suites'))).toEqual([]);
  });

  it('are read whatever order they come in, of a month where a pass goes back far', async () => {
    github.answer(() => ({
      body: [{ ...suite, id: 20, pushed_at: at(-90) }, suite],
    }));

    const recent = await github.poll('rule_suites');
    const all = await github.poll('rule_suites', {
      from: noon - 14 * 86_400_000,
    });

    expect([recent, all].map(steps => deliveriesIn(steps).length)).toEqual([
      1, 2,
    ]);
    expect(github.asked()[1]).toContain('time_period=month');
  });

  it.each([403, 404])(
    'are refused with %s where the permission is missing, which is named',
    async status => {
      github.answer(({ path }) =>
        path.endsWith('rule-suites')
          ? { status, body: { message: 'Not Found' } }
          : { body: [] },
      );

      expect(await github.poll('rule_suites')).toMatchObject([
        {
          status: 'fault',
          fault: {
            kind: 'refused',
            status,
            message: expect.stringContaining('"Administration" (read)'),
          },
        },
      ]);
      expect(await github.poll('deployments')).toMatchObject([
        { status: 'page' },
      ]);
    },
  );

  it('that are limited or unreachable say nothing of permissions', async () => {
    github.answer(() => ({ status: 429, body: { message: 'Slow down' } }));

    expect(await github.poll('rule_suites')).toMatchObject([
      {
        fault: {
          kind: 'limited',
          message: expect.not.stringContaining('Administration'),
        },
      },
    ]);
  });
});
