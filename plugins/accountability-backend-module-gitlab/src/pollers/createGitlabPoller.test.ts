import { startGitlab } from './__testUtils__/pollGitlab';

describe('the poller of GitLab', () => {
  let gitlab: Awaited<ReturnType<typeof startGitlab>>;
  beforeEach(async () => {
    gitlab = await startGitlab();
  });
  afterEach(() => gitlab.host.close());

  it('is off where nobody asked for it', () => {
    expect(gitlab.make(undefined, 't')).toBeUndefined();
  });

  it.each([
    { given: 'no token', poll: { host: 'gitlab.test' }, token: undefined },
    { given: 'an unknown host', poll: { host: 'other.test' }, token: 't' },
    { given: 'gitlab.com without a token', poll: {}, token: 't' },
  ])('is off with $given, and says so', ({ poll, token }) => {
    expect(gitlab.make({ enabled: true, ...poll }, token)).toEqual({
      because: expect.stringContaining('no token'),
    });
  });

  it('polls all but jobs unless told otherwise', () => {
    expect(gitlab.pollerOf({}).streams.map(({ id }) => id)).toEqual([
      'deployments',
      'merge_requests',
      'pipelines',
      'releases',
    ]);
  });

  it('asks with the token of the integration, for what changed last, and for the project once', async () => {
    await gitlab.poll('deployments');
    await gitlab.poll('pipelines');

    const since = 'updated_after=2026-11-23T11%3A00%3A00.000Z&per_page=100';
    expect(gitlab.asked()).toEqual([
      `/api/v4/projects/30/deployments?order_by=updated_at&sort=desc&${since}`,
      `/api/v4/projects/30/pipelines?order_by=updated_at&sort=desc&${since}`,
    ]);
    expect(gitlab.host.requests).toHaveLength(3);
    for (const { headers } of gitlab.host.requests) {
      expect(headers.authorization).toBe('Bearer t0ken');
    }
  });

  it('ends with a fault where the project is gone', async () => {
    gitlab.answer(() => ({
      status: 404,
      body: { message: '404 Project Not Found' },
    }));

    expect(
      await gitlab.poll('deployments', { subject: 'gitlab:acme/gone' }),
    ).toMatchObject([
      { status: 'fault', fault: { kind: 'refused', status: 404 } },
    ]);
  });

  it('stops at a limit', async () => {
    gitlab.answer(() => ({
      status: 429,
      headers: { 'ratelimit-reset': '1795435260' },
    }));

    expect(await gitlab.poll('deployments')).toMatchObject([
      { fault: { kind: 'limited' } },
    ]);
  });
});
