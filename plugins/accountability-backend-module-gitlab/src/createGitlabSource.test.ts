import { ConfigReader } from '@backstage/config';
import { incoming } from 'backstage-plugin-accountability-node/testUtils';
import { createGitlabSource } from './createGitlabSource';
import { typeOf } from './payloads/typeOf';

const source = createGitlabSource(['secret']);

describe('the source gitlab', () => {
  it.each([
    {
      given: { 'webhook-id': 'signed', 'idempotency-key': 'sent' },
      gives: 'signed',
    },
    { given: { 'idempotency-key': 'sent' }, gives: 'sent' },
    {
      given: {
        'x-gitlab-webhook-uuid': 'of the attempt',
        'x-gitlab-event-uuid': 'of the request that set it off',
      },
      gives: undefined,
    },
  ])('knows a delivery again by $gives', ({ given, gives }) => {
    expect(source.identify(incoming({ headers: given, body: {} }))).toBe(gives);
  });

  it.each([
    { header: undefined, body: { object_kind: 'build' }, gives: 'build' },
    {
      header: 'System Hook',
      body: { event_name: 'push' },
      gives: 'push',
    },
    {
      header: 'Tag Push Hook',
      body: { object_kind: 'tag_push', event_name: 'push' },
      gives: 'tag_push',
    },
    { header: 'Merge Request Hook', body: {}, gives: 'merge_request' },
    { header: 'Job Hook', body: {}, gives: 'build' },
    { header: 'Confidential Issue Hook', body: {}, gives: 'issue' },
    { header: 'Note Hook', body: {}, gives: 'aside.note' },
    {
      header: 'Resource Access Token Hook',
      body: {},
      gives: 'aside.access_token',
    },
    {
      header: 'System Hook',
      body: { event_name: 'user_create' },
      gives: 'aside.user_create',
    },
    { header: 'System Hook', body: {}, gives: undefined },
    { header: 'nonsense', body: {}, gives: undefined },
    { header: 'Push Hook', body: 'no object', gives: undefined },
  ])('takes $body under "$header" for $gives', ({ header, body, gives }) => {
    expect(typeOf(body, { 'x-gitlab-event': header })).toBe(gives);
  });

  it.each([
    { given: { object_kind: 'dreams' }, gives: 'unsupported' },
    { given: { object_kind: 'note' }, gives: 'ignored' },
    { given: { object_kind: 'pipeline' }, gives: 'rejected' },
    { given: {}, gives: 'rejected' },
    { given: 'no JSON', gives: 'rejected' },
  ])('finds $given $gives', ({ given, gives }) => {
    expect(source.collect(incoming({ body: given })).status).toBe(gives);
  });

  it('says of what is taken aside why', () => {
    const collected = source.collect(
      incoming({ body: { event_name: 'repository_update' } }),
    );

    expect(collected).toEqual({
      status: 'ignored',
      because: 'The event of the push itself says what was pushed',
    });
  });

  it('keeps no header that holds a secret', () => {
    expect(source.keepHeaders).not.toContain('x-gitlab-token');
    expect(source.keepHeaders).not.toContain('webhook-signature');
  });
});

describe('the markers of machines in a configuration', () => {
  const ours = {
    id: 'acme',
    tool: 'Acme Writer',
    channel: 'request',
    match: ['^Made by Acme$'],
    role: 'author',
    level: 'declared',
    source: 'wiki',
  };
  const sourceWith = (provenance: object) =>
    createGitlabSource(
      ['secret'],
      new ConfigReader({
        accountability: { provenance: JSON.parse(JSON.stringify(provenance)) },
      }),
    );

  it('are found on merge requests', () => {
    const collected = sourceWith({ markers: [ours] }).collect(
      incoming({
        body: {
          object_kind: 'merge_request',
          object_attributes: {
            iid: 1,
            action: 'open',
            created_at: '2026-11-23T10:00:00Z',
            description: 'Made by Acme',
          },
          project: { path_with_namespace: 'acme/payments' },
        },
      }),
    );

    expect(collected).toMatchObject({
      events: [{ provenance: { tools: ['Acme Writer'], commits: 0 } }],
    });
  });

  it('make machines of those who push', () => {
    const marker = { ...ours, channel: 'author', match: ['w@acme.example'] };

    const collected = sourceWith({ markers: [marker] }).collect(
      incoming({
        body: {
          object_kind: 'push',
          ref: 'refs/heads/main',
          after: 'a'.repeat(40),
          commits: [
            {
              id: 'a'.repeat(40),
              message: 'Add',
              timestamp: '2026-11-23T10:00:00Z',
              author: { name: 'W', email: 'w@acme.example' },
            },
          ],
          project: {
            path_with_namespace: 'acme/payments',
            default_branch: 'main',
          },
        },
      }),
    );

    expect(collected).toMatchObject({ events: [{ authorKind: 'bot' }] });
  });

  it('leave the source off where they cannot be meant so', () => {
    expect(() => sourceWith({ disabled: ['nobody knows it'] })).toThrow(
      /is no marker/,
    );
  });
});

describe('on the events service', () => {
  it('hears the one topic that carries everything, so nothing twice', () => {
    expect(source.topics).toEqual(['gitlab']);
  });

  it.each([
    {
      given: {
        payload: { object_kind: 'merge_request' },
        metadata: {
          'x-gitlab-event': ['Merge Request Hook'],
          'idempotency-key': 'sent',
          'x-gitlab-token': 'secret',
        },
      },
      gives: {
        'x-gitlab-event': 'Merge Request Hook',
        'idempotency-key': 'sent',
      },
    },
    { given: { payload: { event_name: 'push' } }, gives: {} },
    {
      given: {
        payload: {},
        metadata: { 'x-gitlab-event': 'Deployment Hook' },
      },
      gives: { 'x-gitlab-event': 'Deployment Hook' },
    },
    { given: { payload: { some: 'thing else' } }, gives: undefined },
    { given: { payload: undefined }, gives: undefined },
  ])('reads $given', ({ given, gives }) => {
    const headers = source.headersOf?.({ topic: 'gitlab', ...given });

    expect(headers).toEqual(gives);
  });
});
