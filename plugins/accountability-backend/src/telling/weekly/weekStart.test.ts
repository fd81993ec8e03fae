import { weekStart } from './weekStart';

const said = (text: string, zone?: string) => {
  const { at, next } = weekStart(Date.parse(text), zone);
  return [at, next].map(one => new Date(one).toISOString().slice(0, 16));
};

describe('the begin of a week', () => {
  it.each([
    {
      given: 'a Wednesday in UTC',
      now: '2026-11-25T12:00Z',
      gives: ['2026-11-23T08:00', '2026-11-30T08:00'],
    },
    {
      given: 'a Monday before it',
      now: '2026-11-23T06:00Z',
      gives: ['2026-11-23T08:00', '2026-11-30T08:00'],
    },
    {
      given: 'a Sunday in UTC that is Monday in Auckland',
      now: '2026-11-22T20:00Z',
      zone: 'Pacific/Auckland',
      gives: ['2026-11-22T19:00', '2026-11-29T19:00'],
    },
    {
      given: 'the week in which clocks are turned back',
      now: '2026-10-21T12:00Z',
      zone: 'Europe/Berlin',
      gives: ['2026-10-19T06:00', '2026-10-26T07:00'],
    },
    {
      given: 'a name that is no zone',
      now: '2026-11-25T12:00Z',
      zone: 'Mars/Olympus',
      gives: ['2026-11-23T08:00', '2026-11-30T08:00'],
    },
  ])('of $given', ({ now, zone, gives }) => {
    expect(said(now, zone)).toEqual(gives);
  });
});
