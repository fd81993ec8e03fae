import { createHmac } from 'node:crypto';
import { verifyHmac } from './verifyHmac';

const body = Buffer.from('{"a":1}');
const sign = (secret: string) =>
  createHmac('sha256', secret).update(body).digest('hex');

describe('verifyHmac', () => {
  it.each([
    { given: 'the secret', signatures: [sign('a')], gives: true },
    { given: 'the other secret', signatures: [sign('b')], gives: true },
    {
      given: 'one good of two',
      signatures: [sign('x'), sign('b')],
      gives: true,
    },
    {
      given: 'an upper-case digest',
      signatures: [sign('a').toUpperCase()],
      gives: true,
    },
    { given: 'a wrong secret', signatures: [sign('x')], gives: false },
    {
      given: 'half a digest',
      signatures: [sign('a').slice(0, 32)],
      gives: false,
    },
    { given: 'no hex', signatures: ['zz'], gives: false },
    { given: 'an empty signature', signatures: [''], gives: false },
    { given: 'no signature', signatures: [], gives: false },
  ])('gives $gives for $given', ({ signatures, gives }) => {
    expect(
      verifyHmac({
        secrets: ['a', 'b'],
        signatures,
        body,
        algorithm: 'sha256',
      }),
    ).toBe(gives);
  });

  it('trusts nobody without a secret', () => {
    expect(
      verifyHmac({
        secrets: [],
        signatures: [sign('')],
        body,
        algorithm: 'sha256',
      }),
    ).toBe(false);
  });
});
