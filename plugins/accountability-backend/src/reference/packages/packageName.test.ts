import { isAllowed } from './isAllowed';
import { packageName } from './packageName';

describe('packageName', () => {
  it.each([
    {
      given: 'pkg:npm/%40acme/pay',
      gives: { type: 'npm', namespace: '@acme', name: 'pay' },
    },
    {
      given: 'pkg:npm/lodash',
      gives: { type: 'npm', namespace: '', name: 'lodash' },
    },
    {
      given: 'pkg:golang/github.com/acme/pay',
      gives: { type: 'golang', namespace: 'github.com/acme', name: 'pay' },
    },
    { given: 'pkg:npm/..', gives: undefined },
    { given: 'pkg:npm/%2e%2e/admin', gives: undefined },
    { given: 'pkg:npm/a%2f..%2f..%2fadmin', gives: undefined },
    { given: 'pkg:npm/a%0d%0ahost', gives: undefined },
    { given: 'pkg:npm/a?x=1', gives: undefined },
    { given: 'pkg:npm/%zz', gives: undefined },
    { given: 'pkg:npm/', gives: undefined },
    { given: 'lodash', gives: undefined },
  ])('of $given is $gives', ({ given, gives }) => {
    expect(packageName(given)).toEqual(gives);
  });
});

describe('isAllowed', () => {
  it.each([
    { given: { except: [] }, gives: true },
    { given: { except: ['pkg:npm/%40acme/'] }, gives: false },
    { given: { except: ['pkg:npm/@ACME/'] }, gives: false },
    { given: { except: ['pkg:npm/@acme-tools/'] }, gives: true },
    { given: { only: ['pkg:npm/'], except: [] }, gives: true },
    { given: { only: ['pkg:maven/'], except: [] }, gives: false },
    { given: { only: [], except: [] }, gives: false },
    { given: { only: ['pkg:npm/'], except: ['pkg:npm/@acme'] }, gives: false },
  ])('of a package of @acme is $gives by $given', ({ given, gives }) => {
    expect(isAllowed('pkg:npm/%40acme/pay', given)).toBe(gives);
  });
});
