import { createHmac } from 'node:crypto';
import { DeliverySource } from 'backstage-plugin-accountability-node';
import {
  incoming,
  testReceivedAt,
} from 'backstage-plugin-accountability-node/testUtils';
import { plainEntry, plainPayload } from './__testUtils__/collectOne';
import { createMappedSource } from './createMappedSource';
import { createExampleSource, exampleSecret } from './testUtils';

function create(mapping: object): DeliverySource {
  const made = createMappedSource('acme', { events: [plainEntry], ...mapping });
  if (!made.ok) throw new Error(made.because);
  return made.source;
}

const body = JSON.stringify(plainPayload);
const secrets = ['old', 'new'];

describe('a source with a token', () => {
  const token = { header: 'Authorization', prefix: 'Bearer ', secrets };

  it.each([
    { given: 'a secret', authorization: 'Bearer new', ok: true },
    { given: 'the other secret', authorization: 'bearer old', ok: true },
    { given: 'a stranger', authorization: 'Bearer other', ok: false },
    { given: 'no prefix', authorization: 'new', ok: false },
    { given: 'another prefix', authorization: 'Basic  new', ok: false },
    { given: 'a prefix alone', authorization: 'Bearer ', ok: false },
    { given: 'no header', authorization: undefined, ok: false },
  ])('gives $ok for $given', ({ authorization, ok }) => {
    const source = create({ authentication: { token } });

    expect(
      source.verify(incoming({ body, headers: { authorization } })),
    ).toMatchObject({ ok });
  });
});

describe('a source with a token in the URL', () => {
  it.each([
    { given: 'a secret', token: 'new', ok: true },
    { given: 'a stranger', token: 'other', ok: false },
    { given: 'nothing', token: undefined, ok: false },
  ])('gives $ok for $given', ({ token, ok }) => {
    const query = { name: 'Token', secrets };
    const source = create({ authentication: { query } });
    const headers = { 'x-accountability-token': token };

    expect(source.verify(incoming({ body, headers }))).toMatchObject({ ok });
  });
});

describe('a source that is signed', () => {
  const sign = (secret: string, given: { in: 'hex' | 'base64'; by: string }) =>
    createHmac(given.by, secret).update(body).digest(given.in);
  const hex = { in: 'hex', by: 'sha256' } as const;

  it.each([
    {
      given: 'hex behind a prefix',
      hmac: { prefix: 'sha256=' },
      signature: `sha256=${sign('new', hex)}`,
      ok: true,
    },
    {
      given: 'one good of two',
      hmac: {},
      signature: `${sign('other', hex)}, ${sign('old', hex)}`,
      ok: true,
    },
    {
      given: 'base64 of another algorithm',
      hmac: { algorithm: 'sha512', encoding: 'base64' },
      signature: sign('new', { in: 'base64', by: 'sha512' }),
      ok: true,
    },
    {
      given: 'a stranger',
      hmac: {},
      signature: sign('other', hex),
      ok: false,
    },
    {
      given: 'no prefix where one is expected',
      hmac: { prefix: 'v1=' },
      signature: sign('new', hex),
      ok: false,
    },
    { given: 'no signature', hmac: {}, signature: undefined, ok: false },
  ])('gives $ok for $given', ({ hmac, signature, ok }) => {
    const source = create({
      authentication: { hmac: { header: 'X-Signature', secrets, ...hmac } },
    });
    const headers = { 'x-signature': signature };

    expect(source.verify(incoming({ body, headers }))).toMatchObject({ ok });
  });
});

describe('a source of Standard Webhooks', () => {
  const source = createExampleSource('incident-io');
  const seconds = String(testReceivedAt / 1000);
  const sign = (id: string, timestamp: string) =>
    createHmac(
      'sha256',
      Buffer.from(exampleSecret.replace('whsec_', ''), 'base64'),
    )
      .update(`${id}.${timestamp}.${body}`)
      .digest('base64');
  const good = `v1,${sign('msg_1', seconds)}`;
  const late = String(testReceivedAt / 1000 - 301);

  it.each([
    { given: 'a good signature', signature: good, ok: true },
    { given: 'one good of two', signature: `v1,AAAA ${good}`, ok: true },
    { given: 'one of another version', signature: `v1a,AAAA`, ok: false },
    { given: 'one without a version', signature: good.slice(3), ok: false },
    { given: 'none', signature: undefined, ok: false },
    { given: 'one of another id', id: 'msg_2', signature: good, ok: false },
    { given: 'no id', id: undefined, signature: good, ok: false },
    { given: 'no time', timestamp: undefined, signature: good, ok: false },
    { given: 'an odd time', timestamp: '1e9', signature: good, ok: false },
    {
      given: 'a recording',
      timestamp: late,
      signature: `v1,${sign('msg_1', late)}`,
      ok: false,
    },
  ])('gives $ok for $given', ({ signature, ok, ...given }) => {
    const headers = {
      'webhook-id': 'id' in given ? given.id : 'msg_1',
      'webhook-timestamp': 'timestamp' in given ? given.timestamp : seconds,
      'webhook-signature': signature,
    };

    expect(source.verify(incoming({ body, headers }))).toMatchObject({ ok });
  });

  it('tells deliveries apart by the id that was signed', () => {
    const headers = { 'webhook-id': 'msg_1' };

    expect(source.identify(incoming({ body, headers }))).toBe('msg_1');
    expect(source.keepHeaders).toEqual(['webhook-id']);
  });
});

describe('an authentication that is wrong', () => {
  const PATH = 'accountability.mappings.acme.authentication';

  it.each([
    {
      given: 'an unknown way',
      authentication: { basic: {} },
      gives:
        ' has no "basic" (there are: token, query, hmac, standardWebhooks)',
    },
    {
      given: 'two ways',
      authentication: {
        token: { header: 'x', secrets },
        hmac: { header: 'x', secrets },
      },
      gives:
        ' has to name exactly one of: token, query, hmac, standardWebhooks',
    },
    {
      given: 'no secrets',
      authentication: { token: { header: 'x' } },
      gives: '.token.secrets has to be a list of secrets',
    },
    {
      given: 'blank secrets',
      authentication: { token: { header: 'x', secrets: ['', ' '] } },
      gives: '.token.secrets names no secret',
    },
    {
      given: 'a secret in place of a list',
      authentication: { query: { name: 'x', secrets: 'hidden' } },
      gives: '.query.secrets has to be a list of secrets',
    },
    {
      given: 'no header',
      authentication: { token: { secrets } },
      gives: '.token.header has to be the name of a header',
    },
    {
      given: 'a header that is misspelt',
      authentication: { token: { haeder: 'x', secrets } },
      gives: '.token has no "haeder" (did you mean "header"?)',
    },
    {
      given: 'an algorithm that is too weak',
      authentication: { hmac: { header: 'x', algorithm: 'sha1', secrets } },
      gives: '.hmac.algorithm has to be sha256 or sha512',
    },
    {
      given: 'a secret that is none of Standard Webhooks',
      authentication: { standardWebhooks: { secrets: ['hidden'] } },
      gives:
        '.standardWebhooks.secrets has to hold secrets as the sender shows them: whsec_ and base64',
    },
    {
      given: 'a text in place of a way',
      authentication: { token: 'hidden' },
      gives: '.token has to be an object with: header, prefix, secrets',
    },
  ])('is refused for $given', ({ authentication, gives }) => {
    const made = createMappedSource('acme', {
      authentication,
      events: [plainEntry],
    });

    const because = made.ok ? '' : made.because;
    expect(because).toContain(PATH + gives);
    expect(because).not.toContain('hidden');
  });
});

describe('a source of a mapping', () => {
  const authentication = { token: { header: 'x-token', secrets } };

  it.each([
    { given: 'a header', deliveryId: 'headers["X-Delivery"]', gives: '17' },
    { given: 'a path', deliveryId: 'alert.id', gives: '7' },
    { given: 'a number', deliveryId: 'alert.tags.size()', gives: '2' },
    { given: 'a missing field', deliveryId: 'event.id', gives: undefined },
    { given: 'a list', deliveryId: 'alert.tags', gives: undefined },
    {
      given: 'the first that is there',
      deliveryId: ['event.id', 'alert.id'],
      gives: '7',
    },
    { given: 'nothing', deliveryId: undefined, gives: undefined },
  ])('tells deliveries apart by $given', ({ deliveryId, gives }) => {
    const source = create({ authentication, deliveryId });
    const headers = { 'x-delivery': '17' };

    expect(source.identify(incoming({ body, headers }))).toBe(gives);
  });

  it('tells no delivery apart by a body that is no JSON', () => {
    const source = create({ authentication, deliveryId: 'alert.id' });

    expect(source.identify(incoming({ body: '{' }))).toBeUndefined();
  });

  it('keeps the headers that its expressions read, so that a replay reads the same', () => {
    const events = [
      {
        ...plainEntry,
        when: '"X-Loud" in headers || headers["X-Event"] == "a"',
        each: '[headers.from]',
        title: ['headers["X-Title"]', 'headers["X-Event"]'],
      },
    ];

    const source = create({
      authentication,
      events,
      deliveryId: 'headers["X-Id"]',
      type: 'headers["X-Type"]',
    });

    expect([...source.keepHeaders].sort()).toEqual([
      'from',
      'x-event',
      'x-id',
      'x-loud',
      'x-title',
      'x-type',
    ]);
  });

  it('takes 1 MiB and no principal of Backstage', () => {
    expect(create({ authentication })).toMatchObject({
      id: 'acme',
      authentication: 'signature',
      maxBodyBytes: 1024 * 1024,
    });
  });
});
