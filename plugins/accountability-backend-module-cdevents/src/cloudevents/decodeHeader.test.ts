import { decodeHeader } from './decodeHeader';

describe('decodeHeader', () => {
  it.each([
    { given: '/ci', gives: '/ci' },
    { given: 'Euro%20%E2%82%AC%20%F0%9F%98%80', gives: 'Euro € 😀' },
    { given: '"a \\"b\\" %25"', gives: 'a "b" %' },
    { given: '100%', gives: '100%' },
    { given: '%E2%28', gives: '%E2%28' },
    { given: '', gives: '' },
  ])('reads $given as $gives', ({ given, gives }) => {
    expect(decodeHeader(given)).toBe(gives);
  });
});
