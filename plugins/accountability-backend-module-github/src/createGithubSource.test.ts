import { incoming } from 'backstage-plugin-accountability-node/testUtils';
import { createGithubSource } from './createGithubSource';

const source = createGithubSource(['secret']);
const bodyOf = (payload: unknown) => Buffer.from(JSON.stringify(payload));

const sha = 'f95f852bd8fca8fcc58a9a2d6c842781e32a215e';
const deployment = {
  id: 7,
  sha,
  ref: 'main',
  environment: 'Staging',
  production_environment: false,
  description: 'Deploy it',
  created_at: '2026-11-23T12:00:00Z',
  payload: {},
  creator: { login: 'somebody' },
};
const repository = { full_name: 'Acme/Payments', default_branch: 'main' };
const status = {
  state: 'success',
  created_at: '2026-11-23T14:00:10+02:00',
  target_url: '',
  log_url: 'https://github.com/acme/payments/actions/runs/1',
};

const collect = (event: string, payload: unknown) =>
  source.collect(
    incoming({
      headers: { 'x-github-event': event },
      body: bodyOf(payload),
    }),
  );
const withDeployment = (given: object) =>
  collect('deployment', {
    deployment: { ...deployment, ...given },
    repository,
  });
const withStatus = (given: object) =>
  collect('deployment_status', {
    deployment_status: { ...status, ...given },
    deployment,
    repository,
  });

describe('the source github', () => {
  it('reads a deployment without the people in it', () => {
    expect(withDeployment({})).toEqual({
      status: 'accepted',
      events: [
        {
          kind: 'deployment',
          state: 'pending',
          record: 'github:deployment:acme/payments:7',
          subject: 'github:acme/payments',
          title: 'Deploy it',
          environment: 'staging',
          sha,
          at: Date.parse('2026-11-23T12:00:00Z'),
        },
      ],
    });
  });

  it.each([
    { given: { production_environment: true }, gives: 'production' },
    { given: { environment: 'Production' }, gives: 'production' },
    { given: { environment: 'prod' }, gives: 'production' },
    { given: { environment: 'pre-production' }, gives: 'pre-production' },
    { given: { environment: ' ' }, gives: undefined },
  ])('reads environment $gives from $given', ({ given, gives }) => {
    expect(withDeployment(given)).toHaveProperty('events.0.environment', gives);
  });

  it.each([
    { given: { ref: 'main' }, gives: undefined },
    { given: { ref: sha }, gives: undefined },
    { given: { ref: 'refs/tags/v1.2.3' }, gives: 'v1.2.3' },
    { given: { ref: 'hotfix-7' }, gives: 'hotfix-7' },
    { given: { payload: { version: '4.5' } }, gives: '4.5' },
    { given: { payload: '{"version":"4.5"}' }, gives: '4.5' },
    { given: { payload: 'web', ref: 'v2' }, gives: 'v2' },
    { given: { ref: 'refs/heads/ann/faster' }, gives: undefined },
    { given: { ref: 'payments/v1.2.3' }, gives: 'payments/v1.2.3' },
  ])('reads version $gives from $given', ({ given, gives }) => {
    expect(withDeployment(given)).toHaveProperty('events.0.version', gives);
  });

  it.each([
    { given: 'queued', gives: { state: 'pending' } },
    { given: 'pending', gives: { state: 'pending' } },
    { given: 'in_progress', gives: { state: 'executing' } },
    { given: 'success', gives: { state: 'finished', result: 'success' } },
    { given: 'failure', gives: { state: 'finished', result: 'failure' } },
    { given: 'error', gives: { state: 'finished', result: 'error' } },
    { given: 'inactive', gives: { state: 'superseded' } },
  ])('reads state $given', ({ given, gives }) => {
    const collected = withStatus({ state: given });

    expect(collected).toMatchObject({
      events: [
        {
          ...gives,
          at: Date.parse('2026-11-23T12:00:10Z'),
          url: status.log_url,
        },
      ],
    });
    expect(JSON.stringify(collected)).not.toContain('somebody');
  });

  it.each([
    { event: 'ping', payload: { zen: 'x' }, gives: 'ignored' },
    { event: 'issues', payload: {}, gives: 'unsupported' },
    { event: 'team', payload: {}, gives: 'ignored' },
    { event: 'deployment', payload: { deployment }, gives: 'rejected' },
  ])('finds $event $gives', ({ event, payload, gives }) => {
    expect(collect(event, payload).status).toBe(gives);
  });

  it('ignores a state that it does not know', () => {
    expect(withStatus({ state: 'dreaming' }).status).toBe('ignored');
  });

  it('reads JSON sent as a form field', () => {
    const payload = JSON.stringify({ deployment, repository });

    const collected = source.collect(
      incoming({
        headers: {
          'x-github-event': 'deployment',
          'content-type': 'application/x-www-form-urlencoded',
        },
        body: Buffer.from(new URLSearchParams({ payload }).toString()),
      }),
    );

    expect(collected.status).toBe('accepted');
  });

  it.each([
    { given: {}, environment: 'release', sha: undefined },
    { given: { prerelease: true }, environment: 'pre-release', sha: undefined },
    { given: { target_commitish: sha }, environment: 'release', sha },
  ])(
    'reads a release with $given as a deployment to $environment',
    ({ given, environment, sha: commit }) => {
      const collected = collect('release', {
        action: 'published',
        release: {
          id: 3,
          tag_name: 'v4.5',
          target_commitish: 'main',
          published_at: '2026-11-23T12:00:00Z',
          ...given,
        },
        repository,
      });

      expect(collected).toEqual({
        status: 'accepted',
        events: [
          {
            kind: 'deployment',
            state: 'finished',
            result: 'success',
            record: 'github:release:acme/payments:3',
            subject: 'github:acme/payments',
            at: Date.parse('2026-11-23T12:00:00Z'),
            environment,
            version: 'v4.5',
            ...(commit && { sha: commit }),
          },
        ],
      });
    },
  );

  it.each([
    { action: 'created', given: {}, gives: 'ignored' },
    { action: 'prereleased', given: { prerelease: true }, gives: 'ignored' },
    { action: 'published', given: { draft: true }, gives: 'ignored' },
    { action: 'published', given: { published_at: null }, gives: 'rejected' },
  ])(
    'finds a release $action with $given $gives',
    ({ action, given, gives }) => {
      const collected = collect('release', {
        action,
        release: {
          id: 3,
          tag_name: 'v4.5',
          published_at: '2026-11-23T12:00:00Z',
          ...given,
        },
        repository,
      });

      expect(collected.status).toBe(gives);
    },
  );
});
