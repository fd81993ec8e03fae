import { verifyToken } from './verifyToken';

describe('verifyToken', () => {
  it.each([
    { given: 'a secret', token: 'a', gives: true },
    { given: 'the other secret', token: 'b', gives: true },
    { given: 'a stranger', token: 'x', gives: false },
    { given: 'part of a secret', token: 'lon', gives: false },
    { given: 'an empty token', token: '', gives: false },
    { given: 'no token', token: undefined, gives: false },
  ])('gives $gives for $given', ({ token, gives }) => {
    expect(verifyToken({ secrets: ['a', 'b', 'long'], token })).toBe(gives);
  });

  it('trusts nobody without a secret', () => {
    expect(verifyToken({ secrets: [], token: 'a' })).toBe(false);
  });
});
