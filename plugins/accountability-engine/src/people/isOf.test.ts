import { isOf } from './isOf';

const group = 'group:default/payments';
const memberships = new Map([
  ['always', [{ group }]],
  ['until', [{ group, to: 100 }]],
  ['since', [{ group, from: 100 }]],
  [
    'back',
    [
      { group, to: 50 },
      { group, from: 100 },
    ],
  ],
  ['elsewhere', [{ group: 'group:default/search' }]],
  ['nowhere', []],
]);

describe('being of a group', () => {
  it.each([
    { who: 'always', at: 0, gives: true },
    { who: 'until', at: 99, gives: true },
    { who: 'until', at: 100, gives: false },
    { who: 'since', at: 99, gives: false },
    { who: 'since', at: 100, gives: true },
    { who: 'back', at: 70, gives: false },
    { who: 'back', at: 120, gives: true },
    { who: 'elsewhere', at: 0, gives: false },
    { who: 'nowhere', at: 0, gives: false },
    { who: 'stranger', at: 0, gives: undefined },
  ])('of "$who" at $at is $gives', ({ who, at, gives }) => {
    expect(isOf({ memberships }, who, { group, at })).toBe(gives);
  });
});
