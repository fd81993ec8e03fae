import { createHmac } from 'node:crypto';
import { incoming } from 'backstage-plugin-accountability-node/testUtils';
import { createGitlabSource } from './createGitlabSource';

const key = (byte: string) => Buffer.alloc(32, byte);
const signing = (byte: string) => `whsec_${key(byte).toString('base64')}`;
const source = createGitlabSource([
  signing('n'),
  signing('o'),
  'new token',
  'old token',
  'whsec_',
]);

const now = Date.parse('2026-11-23T12:00:00Z');
const body = JSON.stringify({ object_kind: 'push' });

const signed = (given: {
  by: Buffer;
  at?: number;
  of?: string;
}): Record<string, string> => {
  const id = 'f5f0c9d6';
  const timestamp = String((given.at ?? now) / 1000);
  const signature = createHmac('sha256', given.by)
    .update(`${id}.${timestamp}.${given.of ?? body}`)
    .digest('base64');
  return {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': `v1,${signature}`,
  };
};
const verify = (headers: Record<string, string>) =>
  source.verify(incoming({ headers, body, receivedAt: now }));

const twice = {
  ...signed({ by: key('n') }),
  'webhook-signature': `v1,AAAA ${
    signed({ by: key('n') })['webhook-signature']
  }`,
};

describe('a delivery of GitLab', () => {
  it.each([
    {
      given: 'the new secret token',
      headers: { 'x-gitlab-token': 'new token' },
    },
    {
      given: 'the old secret token',
      headers: { 'x-gitlab-token': 'old token' },
    },
    { given: 'a signature of the new key', headers: signed({ by: key('n') }) },
    { given: 'a signature of the old key', headers: signed({ by: key('o') }) },
    { given: 'one good signature of two', headers: twice },
    {
      given: 'a secret token and a signature of a key that is not configured',
      headers: { ...signed({ by: key('x') }), 'x-gitlab-token': 'new token' },
    },
    {
      given: 'a signature of a sender whose clock is 4 minutes off',
      headers: signed({ by: key('n'), at: now - 4 * 60_000 }),
    },
  ])('is trusted with $given', ({ headers }) => {
    expect(verify(headers)).toEqual({ ok: true });
  });

  it.each([
    { given: 'nothing', headers: {}, says: /neither a header/ },
    {
      given: 'another token',
      headers: { 'x-gitlab-token': 'x' },
      says: /x-gitlab-token does not match/,
    },
    {
      given: 'a signing token sent as a secret token',
      headers: { 'x-gitlab-token': signing('n') },
      says: /x-gitlab-token does not match/,
    },
    {
      given: 'a signature of another key',
      headers: signed({ by: key('x') }),
      says: /webhook-signature does not match/,
    },
    {
      given: 'a signature of no key at all',
      headers: signed({ by: Buffer.alloc(0) }),
      says: /webhook-signature does not match/,
    },
    {
      given: 'a signature of another body',
      headers: signed({ by: key('n'), of: '{}' }),
      says: /webhook-signature does not match/,
    },
    {
      given: 'a recording',
      headers: signed({ by: key('n'), at: now - 6 * 60_000 }),
      says: /recording/,
    },
    {
      given: 'a signature without its time',
      headers: { 'webhook-id': 'a', 'webhook-signature': 'v1,AAAA' },
      says: /webhook-timestamp are needed/,
    },
  ])('is refused with $given', ({ headers, says }) => {
    const verification = verify(headers);

    expect(verification).toEqual({
      ok: false,
      because: expect.stringMatching(says),
    });
    expect(JSON.stringify(verification)).not.toMatch(/whsec_|new token/);
  });
});
