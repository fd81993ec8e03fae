import { Transition } from 'backstage-plugin-accountability-common';
import { changesOfWeek } from './changesOfWeek';

/** `check from to`, or `from to` of the level; the newest first. */
const turn = (text: string, at: number): Transition => {
  const words = text.split(' ');
  const [check, from, to] = words.length === 3 ? words : ['', ...words];
  return {
    ...{ entityRef: 'component:default/pay', title: 'Pay', at },
    ...{ scorecard: 'ready', from, to, because: '' },
    ...(check && { check }),
  };
};
const known = new Set(['scan', 'tests']);

describe('what is another than a week ago', () => {
  it.each([
    { given: ['scan pass fail'], gives: { worse: ['SCAN'] } },
    { given: ['scan exempt warn'], gives: { worse: ['SCAN'] } },
    { given: ['scan warn fail'], gives: {} },
    { given: ['scan fail pass'], gives: { better: ['SCAN'] } },
    { given: ['scan unknown pass'], gives: { better: ['SCAN'] } },
    { given: ['scan not-applicable pass'], gives: {} },
    { given: ['scan pass unknown'], gives: {} },
    { given: ['scan fail pass', 'scan pass fail'], gives: {} },
    {
      given: ['scan warn fail', 'tests fail pass', 'scan pass warn'],
      gives: { worse: ['SCAN'], better: ['TESTS'] },
    },
    { given: ['gone pass fail'], gives: {} },
    { given: ['gold silver'], gives: { levels: ['gold>silver'] } },
    {
      given: ['silver none', 'gold silver'],
      gives: { levels: ['gold>none'] },
    },
  ])('of $given is $gives', ({ given, gives }) => {
    const { levels, worse, better } = changesOfWeek(
      given.map((text, place) => turn(text, -place)),
      (_, check) =>
        known.has(check) ? { title: check.toUpperCase() } : undefined,
    );

    expect({
      levels: levels.map(({ from, to }) => `${from}>${to}`),
      worse: worse.map(({ check }) => check),
      better: better.map(({ check }) => check),
    }).toEqual({ levels: [], worse: [], better: [], ...gives });
  });
});
