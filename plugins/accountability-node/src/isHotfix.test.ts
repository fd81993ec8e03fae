import { isHotfix } from './isHotfix';

describe('isHotfix', () => {
  it.each([
    { given: ['hotfix/card-limit'], gives: true },
    { given: ['bug', 'Hot-Fix'], gives: true },
    { given: ['hotfix'], gives: true },
    { given: ['feature/hot_fix_of_cards'], gives: true },
    { given: ['hotfixture', 'shotfix'], gives: undefined },
    { given: ['bug', undefined], gives: undefined },
    { given: [], gives: undefined },
  ])('of $given is $gives', ({ given, gives }) => {
    expect(isHotfix(given)).toBe(gives);
  });
});
