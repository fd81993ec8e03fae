import { startGithub } from './__testUtils__/pollGithub';

describe('the poller of GitHub', () => {
  let github: Awaited<ReturnType<typeof startGithub>>;
  beforeEach(async () => {
    github = await startGithub();
  });
  afterEach(() => github.host.close());

  it('is off where nobody asked for it', () => {
    expect(github.make(undefined)).toBeUndefined();
    expect(github.make({ enabled: false })).toBeUndefined();
  });

  it.each([
    { given: 'a host without credentials', poll: {}, integration: {} },
    {
      given: 'an unknown host',
      poll: { host: 'ghe.test' },
      integration: {},
    },
    {
      given: 'no token',
      poll: { host: 'github.test' },
      integration: { token: undefined },
    },
  ])('is off with $given, and says so', ({ poll, integration }) => {
    expect(github.make({ enabled: true, ...poll }, integration)).toEqual({
      because: expect.stringContaining('neither a token nor an app'),
    });
  });

  it('polls all but jobs unless told otherwise', () => {
    const idsOf = (poll: object) =>
      github.pollerOf(poll).streams.map(({ id }) => id);

    expect(idsOf({})).toEqual([
      'deployments',
      'pull_requests',
      'releases',
      'workflow_runs',
      'rule_suites',
      'dependabot_alerts',
      'code_scanning_alerts',
      'secret_scanning_alerts',
    ]);
    expect(idsOf({ streams: ['workflow_jobs'] })).toEqual(['workflow_jobs']);
  });

  it('asks with the credentials of the integration, and for the repository once', async () => {
    await github.poll('deployments');
    await github.poll('workflow_runs');

    expect(github.host.requests.map(({ path }) => path)).toEqual([
      '/api/v3/repos/acme/payments',
      '/api/v3/repos/acme/payments/deployments',
      '/api/v3/repos/acme/payments/actions/runs',
    ]);
    for (const { headers } of github.host.requests) {
      expect(headers).toMatchObject({
        accept: 'application/vnd.github+json',
        authorization: 'Bearer t0ken',
      });
    }
  });

  it.each([
    {
      given: 'a repository that is gone',
      subject: 'github:acme/gone',
      gives: { kind: 'refused', status: 404 },
    },
    {
      given: 'a subject that is no repository',
      subject: 'github:../../user',
      gives: { kind: 'refused' },
    },
  ])('ends with a fault at $given', async ({ subject, gives }) => {
    github.answer(() => ({ status: 404, body: { message: 'Not Found' } }));

    expect(await github.poll('deployments', { subject })).toMatchObject([
      { status: 'fault', fault: gives },
    ]);
  });

  it('leaves a share of the quota to others', async () => {
    github.answer(() => ({
      body: [],
      headers: {
        'x-ratelimit-limit': '5000',
        'x-ratelimit-remaining': '2500',
        'x-ratelimit-reset': '1795435800',
      },
    }));
    await github.poll('deployments');

    expect(await github.poll('workflow_runs')).toMatchObject([
      { status: 'fault', fault: { kind: 'limited' } },
    ]);
  });
});
