import { createGithubSource } from './createGithubSource';

const source = createGithubSource(['secret']);

describe('the events service', () => {
  it('is listened to by the type of event, and never at the topic that the router publishes again', () => {
    expect(source.topics).toEqual(
      expect.arrayContaining(['github.push', 'github.workflow_run']),
    );
    expect(source.topics).not.toContain('github');
    expect(source.topics).not.toContain('github.poll.pull_request');
  });

  it.each([
    {
      given: { 'x-github-event': 'push', 'x-github-delivery': 'd' },
      gives: 'd',
    },
    { given: { 'X-GitHub-Delivery': ['d'] }, gives: 'd' },
    { given: {}, gives: undefined },
    { given: undefined, gives: undefined },
  ])(
    'with the metadata $given names the delivery $gives',
    ({ given, gives }) => {
      const headers = source.headersOf?.({
        topic: 'github.push',
        payload: {},
        metadata: given,
      });

      expect(headers).toEqual({
        'x-github-event': 'push',
        'x-github-delivery': gives,
        'content-type': 'application/json',
      });
    },
  );

  it('carries JSON, whatever the webhook was sent as', () => {
    const headers = source.headersOf?.({
      topic: 'github.push',
      payload: {},
      metadata: { 'content-type': 'application/x-www-form-urlencoded' },
    });

    expect(headers).toHaveProperty('content-type', 'application/json');
  });

  it('is not read at topics of others', () => {
    expect(
      source.headersOf?.({ topic: 'gitlab.push', payload: {} }),
    ).toBeUndefined();
  });
});
