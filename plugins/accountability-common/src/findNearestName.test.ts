import { findNearestName } from './findNearestName';

describe('findNearestName', () => {
  it.each([
    {
      given: 'a letter too many',
      name: 'serverity',
      names: ['state', 'severity'],
      gives: 'severity',
    },
    {
      given: 'another way to join words, which is no slip',
      name: 'change-FailRate',
      names: ['change_fail_rat', 'change_fail_rate'],
      gives: 'change_fail_rate',
    },
    {
      given: 'two that are equally near: the first',
      name: 'bat',
      names: ['cat', 'rat'],
      gives: 'cat',
    },
    {
      given: 'three slips in a short name',
      name: 'abcdef',
      names: ['abcxyz'],
      gives: undefined,
    },
    {
      given: 'three slips in a name of nine characters',
      name: 'abcdefghi',
      names: ['abcdefxyz'],
      gives: 'abcdefxyz',
    },
    { given: 'no names', name: 'a', names: [], gives: undefined },
  ])('$given gives $gives', ({ name, names, gives }) => {
    expect(findNearestName(name, names)).toBe(gives);
  });

  it('compares no more characters than it is told to', () => {
    const name = `severity${'y'.repeat(4)}`;

    expect(findNearestName(name, ['severity'], { compared: 8 })).toBe(
      'severity',
    );
    expect(findNearestName(`${name}y`, ['severity'])).toBeUndefined();
  });
});
