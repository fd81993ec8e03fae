import { findGap } from './findGap';

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;
// A Monday.
const now = Date.parse('2026-11-23T12:00:00Z');

/** So many deliveries in every hour of the days before `now`, but for hours left out. */
function hourly(
  days: number,
  deliveries: number,
  isOn: (hour: Date) => boolean = () => true,
) {
  return Array.from({ length: days * 24 }, (_, index) => ({
    hour: now - (index + 1) * HOUR,
    deliveries,
  })).filter(({ hour }) => isOn(new Date(hour)));
}

const onWeekdays = (hour: Date) => ![0, 6].includes(hour.getUTCDay());

describe('a source', () => {
  it.each([
    {
      given: 'that was regular for four weeks and is silent for an hour',
      hours: hourly(30, 40),
      silent: HOUR,
      gives: 'in the same hours of the 4 weeks before it was 40, 40, 40, 40',
    },
    {
      given: 'that is silent for an hour, known for four days only',
      hours: hourly(5, 40),
      silent: HOUR,
      gives: 'in the same hours of the 4 days before',
    },
    {
      given: 'that is silent since Monday morning and never sends at weekends',
      hours: hourly(30, 40, onWeekdays),
      silent: 4 * HOUR,
      gives: 'Nothing came for 4 hours',
    },
    {
      given: 'that is silent for twenty minutes, where 27 would have come',
      hours: hourly(30, 80),
      silent: HOUR / 3,
      gives: 'Nothing came for 20 minutes',
    },
  ])('has gone quiet $given', ({ hours, silent, gives }) => {
    const gap = findGap({
      now,
      hours,
      lastReceivedAt: now - silent,
      listeningSince: 0,
    });

    expect(gap).toEqual({
      since: now - silent,
      because: expect.stringContaining(gives),
    });
  });

  it.each([
    { given: 'it sent a minute ago', hours: hourly(30, 40), silent: 60_000 },
    {
      given: 'it is silent over a weekend as always',
      hours: hourly(30, 40, onWeekdays),
      silent: 10 * HOUR,
      at: Date.parse('2026-11-22T12:00:00Z'),
    },
    { given: 'it sends twice an hour', hours: hourly(30, 2), silent: 2 * HOUR },
    { given: 'it is known for a day', hours: hourly(1, 40), silent: 2 * HOUR },
    {
      given: 'all it sent came in one burst',
      hours: [{ hour: now - 5 * DAY, deliveries: 9000 }],
      silent: DAY,
    },
    { given: 'it never sent', hours: [], silent: DAY },
  ])('is not called quiet where $given', ({ hours, silent, at = now }) => {
    const gap = findGap({
      now: at,
      hours,
      lastReceivedAt: at - silent,
      listeningSince: 0,
    });

    expect(gap).toBeUndefined();
  });

  it('is not called quiet for the time in which nobody listened', () => {
    const given = { now, hours: hourly(30, 40), lastReceivedAt: now - DAY };

    const justBack = findGap({ ...given, listeningSince: now - 60_000 });
    const backForLong = findGap({ ...given, listeningSince: now - 5 * HOUR });

    expect(justBack).toBeUndefined();
    expect(backForLong).toEqual({
      since: now - DAY,
      because: expect.stringContaining('Nothing came for 5 hours'),
    });
  });
});
