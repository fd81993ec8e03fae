import { createHmac } from 'node:crypto';
import { incoming } from 'backstage-plugin-accountability-node/testUtils';
import { createPagerdutySource } from './createPagerdutySource';

const source = createPagerdutySource(['new', 'old']);
const body = Buffer.from('{"event":{"id":"1","event_type":"pagey.ping"}}');
const hex = (secret: string) =>
  createHmac('sha256', secret).update(body).digest('hex');
const sign = (secret: string) => `v1=${hex(secret)}`;

const verify = (header: string | undefined, of: Buffer = body) =>
  source.verify(
    incoming({ headers: { 'x-pagerduty-signature': header }, body: of }),
  );

describe('the signature of PagerDuty', () => {
  it.each([
    {
      given: 'RFC 4231',
      secret: 'Jefe',
      signed: 'what do ya want for nothing?',
      signature:
        '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
    },
    {
      given: 'another program, over letters of several bytes',
      secret: 'geheim',
      signed:
        '{"event":{"id":"1","event_type":"incident.triggered","data":{"title":"Störung 🔥 支払い"}}}',
      signature:
        'ff8ce7108789c6d16c249b9dd65f6dd0df72b89b6199d8bae2092622eb092bd8',
    },
  ])('is genuine as computed by $given', ({ secret, signed, signature }) => {
    const verified = createPagerdutySource([secret]).verify(
      incoming({
        headers: { 'x-pagerduty-signature': `v1=${signature}` },
        body: signed,
      }),
    );

    expect(verified).toEqual({ ok: true });
  });

  it.each([
    { given: 'the newer secret', header: sign('new') },
    { given: 'the older secret', header: sign('old') },
    {
      given: 'both of them, while PagerDuty rotates',
      header: `${sign('x')},${sign('old')}`,
    },
    {
      given: 'several, with spaces',
      header: ` ${sign('x')} , ${sign('new')} `,
    },
    {
      given: 'another version beside ours',
      header: `v2=${hex('x')},${sign('new')}`,
    },
    { given: 'capitals', header: `v1=${hex('new').toUpperCase()}` },
  ])('is genuine by $given', ({ header }) => {
    expect(verify(header)).toEqual({ ok: true });
  });

  it.each([
    { given: 'a stranger', header: sign('x') },
    { given: 'many strangers', header: Array(50).fill(sign('x')).join(',') },
    { given: 'half of it', header: sign('new').slice(0, 34) },
    { given: 'more than it', header: `${sign('new')}00` },
    { given: 'no hex', header: 'v1=not hex' },
    { given: 'nothing after the version', header: 'v1=' },
  ])('is false by $given', ({ header }) => {
    expect(verify(header)).toEqual({
      ok: false,
      because:
        'The header x-pagerduty-signature does not match any configured secret',
    });
  });

  it.each([
    { given: 'no header', header: undefined },
    { given: 'an empty header', header: '' },
    { given: 'another version', header: `v2=${hex('new')}` },
    { given: 'no version', header: hex('new') },
  ])('is missing in $given', ({ header }) => {
    expect(verify(header)).toEqual({
      ok: false,
      because: 'The header x-pagerduty-signature holds no v1= signature',
    });
  });

  it.each([
    { given: 'a space more', of: Buffer.from(`${body} `) },
    { given: 'nothing', of: Buffer.alloc(0) },
  ])('is false over $given', ({ of }) => {
    expect(verify(sign('new'), of).ok).toBe(false);
  });

  it('holds for a delivery that is sent again, which is known by the id that was signed', () => {
    const ids = ['first', 'again'].map(webhook =>
      source.identify(incoming({ headers: { 'x-webhook-id': webhook }, body })),
    );

    expect(verify(sign('new')).ok).toBe(true);
    expect(ids).toEqual(['1', '1']);
  });
});
