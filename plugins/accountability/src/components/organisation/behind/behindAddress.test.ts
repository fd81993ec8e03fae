import {
  Behind,
  optionsBehind,
  readBehind,
  writeBehind,
} from './behindAddress';

const pay = 'group:default/payments';
const check = 'production-readiness/kev-open';

const readWritten = (behind: Behind) => {
  const { cell, check: asked } = writeBehind(behind);
  const address = new URLSearchParams({ cell, ...(asked && { check: asked }) });
  return readBehind(new URLSearchParams(address.toString()));
};

describe('what is open, in the address', () => {
  it.each<{ given: Behind; gives: string }>([
    {
      given: { of: 'tree', groupRef: pay, burden: 'security' },
      gives: 'group:default/payments/security',
    },
    {
      given: { of: 'own', groupRef: pay, burden: 'pipeline', check },
      gives: 'own/group:default/payments/pipeline',
    },
    { given: { of: 'unowned' }, gives: 'unowned/any' },
    {
      given: { of: 'own', groupRef: undefined, burden: 'security' },
      gives: 'own//security',
    },
    { given: { of: 'all', burden: 'ownership' }, gives: 'all/ownership' },
  ])('is $gives, and is read back as it was', ({ given, gives }) => {
    expect(writeBehind(given).cell).toBe(gives);
    expect(readWritten(given)).toEqual({
      burden: undefined,
      check: undefined,
      ...given,
    });
  });

  it.each(['', 'security', '/security', `${pay}/fun`, pay])(
    'is nothing where it says %p',
    given => {
      expect(readBehind(new URLSearchParams({ cell: given }))).toBeUndefined();
    },
  );
});

describe('what is asked for', () => {
  const filter = { group: 'group:default/commerce', tag: 'java' };

  it.each<{ given: Behind; gives: object }>([
    {
      given: { of: 'tree', groupRef: pay, burden: 'security' },
      gives: { group: pay, tag: 'java', burden: 'security' },
    },
    {
      given: { of: 'own', groupRef: pay, burden: 'security', check },
      gives: { group: pay, own: true, tag: 'java', check },
    },
    {
      given: { of: 'unowned', burden: 'security' },
      gives: { ...filter, unowned: true, burden: 'security' },
    },
    { given: { of: 'all' }, gives: filter },
    {
      given: { of: 'own', burden: 'security' },
      gives: { ...filter, own: true, burden: 'security' },
    },
  ])('for $given is $gives', ({ given, gives }) => {
    expect(optionsBehind(filter, given)).toEqual(gives);
  });
});
