import { incoming } from 'backstage-plugin-accountability-node/testUtils';
import { readExample } from './__testUtils__/readExample';
import { createGitlabSource } from './createGitlabSource';

const ran = 'the deployment runs';
const withChange = (change: object) => readExample(ran, { change });

describe('a deployment of GitLab', () => {
  it('is read without the people in it', () => {
    expect(readExample('the deployment succeeds, told before it runs')).toEqual(
      {
        status: 'accepted',
        events: [
          {
            kind: 'deployment',
            state: 'finished',
            result: 'success',
            record: 'gitlab:deployment:acme/shop/payments:15',
            subject: 'gitlab:acme/shop/payments',
            at: Date.parse('2026-11-23T10:10:00Z'),
            title: 'Merge branch … into …',
            url: 'https://gitlab.example.com/Acme/Shop/Payments/-/jobs/796',
            environment: 'production',
            sha: '279484c09fbe69ededfced8c1bb6e6d24616b468',
          },
        ],
      },
    );
  });

  it.each([
    { given: 'created', gives: { state: 'pending' } },
    { given: 'blocked', gives: { state: 'pending' } },
    { given: 'running', gives: { state: 'executing' } },
    { given: 'success', gives: { state: 'finished', result: 'success' } },
    { given: 'failed', gives: { state: 'finished', result: 'failure' } },
    { given: 'canceled', gives: { state: 'finished', result: 'cancellation' } },
    { given: 'skipped', gives: { state: 'finished', result: 'skip' } },
  ])('that is $given is $gives.state', ({ given, gives }) => {
    expect(withChange({ status: given })).toMatchObject({ events: [gives] });
  });

  it.each(['approved', 'rejected', 'undeployed', 'something new'])(
    'that is %s moves nothing',
    status => {
      expect(withChange({ status })).toEqual({
        status: 'ignored',
        because: `GitLab's state "${status}" moves nothing`,
      });
    },
  );

  it.each([
    { name: 'Live/EU', tier: 'production', gives: 'production' },
    { name: 'Review/Fees', tier: 'development', gives: 'review/fees' },
    { name: 'production', tier: 'staging', gives: 'staging' },
    { name: 'Prod', tier: undefined, gives: 'production' },
    { name: 'pre-production', tier: undefined, gives: 'pre-production' },
    { name: `${'x'.repeat(199)}🎉`, tier: 'other', gives: 'x'.repeat(199) },
    { name: null, tier: 'testing', gives: 'testing' },
    { name: null, tier: null, gives: undefined },
  ])('to $name of tier $tier went to $gives', ({ name, tier, gives }) => {
    const collected = withChange({ environment: name, environment_tier: tier });

    expect(collected).toHaveProperty('events.0.environment', gives);
  });

  it.each([
    { given: 'v1.2.3', gives: 'v1.2.3' },
    { given: '2026.11-rc.1', gives: '2026.11-rc.1' },
    { given: 'main', gives: undefined },
    { given: 'somebody/fees', gives: undefined },
    { given: 'release-1.2', gives: undefined },
    { given: null, gives: undefined },
  ])('of $given is of version $gives', ({ given, gives }) => {
    expect(withChange({ ref: given })).toHaveProperty(
      'events.0.version',
      gives,
    );
  });

  it.each([
    { given: 'https://gitlab.example.com/a/-/commit/279484c0' },
    { given: null },
    { given: '' },
  ])('has no commit where its link is $given', ({ given }) => {
    expect(withChange({ commit_url: given })).toHaveProperty(
      'events.0.sha',
      undefined,
    );
  });

  it.each([
    { given: 'has a time without a zone', change: '2026-11-23 10:10:00' },
    { given: 'has no time', change: undefined },
    { given: 'has an empty time', change: null },
  ])('that $given is refused', ({ change }) => {
    expect(withChange({ status_changed_at: change })).toEqual({
      status: 'rejected',
      because: expect.stringContaining(
        'status_changed_at: is no time with a zone',
      ),
    });
  });

  it('is told in full with a title that is too long and a link that is none', () => {
    const collected = withChange({
      commit_title: 'x'.repeat(600),
      deployable_url: 'ftp://gitlab.example.com',
    });

    expect(collected).toMatchObject({
      events: [{ title: 'x'.repeat(500), url: undefined }],
    });
  });
});

describe('a release of GitLab', () => {
  it('is a deployment to no place that runs it', () => {
    expect(readExample('a release is made')).toEqual({
      status: 'accepted',
      events: [
        {
          kind: 'deployment',
          state: 'finished',
          result: 'success',
          record: 'gitlab:release:acme/shop/payments:8273642',
          subject: 'gitlab:acme/shop/payments',
          at: Date.parse('2026-11-23T10:00:00Z'),
          title: 'Fees, by @…',
          url: 'https://gitlab.example.com/Acme/Shop/Payments/-/releases/v1.2.3',
          environment: 'release',
          version: 'v1.2.3',
          sha: '2626dbdb936782b5c54816b1c6d45b1279303c6d',
        },
      ],
    });
  });

  it('of the past counts from then', () => {
    const collected = readExample('a release is made', {
      change: { released_at: '2020-01-01 00:00:00 UTC' },
    });

    expect(collected).toHaveProperty(
      'events.0.at',
      Date.parse('2020-01-01T00:00:00Z'),
    );
  });

  it('that is planned has not happened, until it is told of again', () => {
    const body = {
      object_kind: 'release',
      id: 1,
      tag: 'v2',
      created_at: '2026-11-20T00:00:00Z',
      released_at: '2026-11-24T00:00:00Z',
      project: { path_with_namespace: 'acme/web' },
    };
    const receivedAt = Date.parse('2026-11-25T00:00:00Z');
    const source = createGitlabSource(['s']);

    const before = source.collect(incoming({ body }));
    const after = source.collect(incoming({ body, receivedAt }));

    expect(before).toMatchObject({
      events: [{ state: 'pending', at: Date.parse('2026-11-20T00:00:00Z') }],
    });
    expect(after).toMatchObject({
      events: [{ state: 'finished', at: Date.parse('2026-11-24T00:00:00Z') }],
    });
  });

  it('that is taken back was made', () => {
    expect(readExample('the release is taken back').status).toBe('ignored');
  });
});
