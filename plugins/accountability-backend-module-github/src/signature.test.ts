import { createHmac } from 'node:crypto';
import { incoming } from 'backstage-plugin-accountability-node/testUtils';
import { createGithubSource } from './createGithubSource';

const source = createGithubSource(['new', 'old']);
const body = Buffer.from('{"zen":"Störung 🔥 支払い"}');
const hex = (secret: string, algorithm = 'sha256') =>
  createHmac(algorithm, secret).update(body).digest('hex');
const sign = (secret: string) => `sha256=${hex(secret)}`;

const verify = (header: string | undefined, of: Buffer = body) =>
  source.verify(
    incoming({ headers: { 'x-hub-signature-256': header }, body: of }),
  );

describe('the signature of GitHub', () => {
  it('is genuine as GitHub publishes it', () => {
    const verified = createGithubSource(["It's a Secret to Everybody"]).verify(
      incoming({
        headers: {
          'x-hub-signature-256':
            'sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17',
        },
        body: 'Hello, World!',
      }),
    );

    expect(verified).toEqual({ ok: true });
  });

  it.each([
    { given: 'the newer secret', header: sign('new') },
    { given: 'the older secret', header: sign('old') },
    { given: 'capitals', header: `sha256=${hex('new').toUpperCase()}` },
  ])('is genuine by $given', ({ header }) => {
    expect(verify(header)).toEqual({ ok: true });
  });

  it.each([
    { given: 'a stranger', header: sign('x') },
    { given: 'half of it', header: sign('new').slice(0, 39) },
    { given: 'more than it', header: `${sign('new')}00` },
    { given: 'no hex', header: 'sha256=not hex' },
    { given: 'nothing after the algorithm', header: 'sha256=' },
    { given: 'SHA-1 under the name', header: `sha256=${hex('new', 'sha1')}` },
  ])('is false by $given', ({ header }) => {
    expect(verify(header)).toEqual({
      ok: false,
      because:
        'The header x-hub-signature-256 does not match any configured secret',
    });
  });

  it.each([
    { given: 'no header', header: undefined },
    { given: 'an empty header', header: '' },
    { given: 'another algorithm', header: `sha1=${hex('new', 'sha1')}` },
    { given: 'no algorithm', header: hex('new') },
  ])('is missing in $given', ({ header }) => {
    expect(verify(header)).toEqual({
      ok: false,
      because:
        'The header x-hub-signature-256 is missing; set a secret on the webhook',
    });
  });

  it('is missing where only the old SHA-1 header is there', () => {
    const verified = source.verify(
      incoming({
        headers: { 'x-hub-signature': `sha1=${hex('new', 'sha1')}` },
        body,
      }),
    );

    expect(verified.ok).toBe(false);
  });

  it.each([
    { given: 'a space more', of: Buffer.from(`${body} `) },
    { given: 'nothing', of: Buffer.alloc(0) },
  ])('is false over $given', ({ of }) => {
    expect(verify(sign('new'), of).ok).toBe(false);
  });
});
