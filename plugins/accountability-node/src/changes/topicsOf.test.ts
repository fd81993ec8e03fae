import { topicsOf } from './topicsOf';

describe('topics', () => {
  it.each([
    { given: ['PAY-123: retry'], gives: ['PAY-123'] },
    { given: ['pay-123/retry', 'PAY-123 retry'], gives: ['PAY-123'] },
    { given: ['PAY-1 and OPS-22'], gives: ['PAY-1', 'OPS-22'] },
    { given: ['Read UTF-8 and SHA-256, see RFC-7231'], gives: undefined },
    { given: ['1.2.3-4', 'a-1', 'fix (#12)'], gives: undefined },
    { given: [undefined, null, ''], gives: undefined },
  ])('of $given are $gives', ({ given, gives }) => {
    expect(topicsOf(given)).toEqual(gives);
  });
});
