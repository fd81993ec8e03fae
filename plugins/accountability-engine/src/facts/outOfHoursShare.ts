import { alerted, many, referenceNow } from '../testing';
import { DAY, HOUR } from '../time';
import { alertsOfAnyEnvironment } from './alertsOfAnyEnvironment';
import { defineFact, FactContext } from './defineFact';
import { measureShare } from './measureShare';
import { hoursOf } from './hoursOf';
import { counted } from './wording';

/** Monday, 23 Nov 2026: the reference instant is 12:00 UTC of it. */
const midnight = referenceNow - 12 * HOUR;
const at = (days: number, hours: number) => ({
  startedAt: midnight - days * DAY + hours * HOUR,
});

/** Share of alerts that came at night or at the weekend, by the clock of the team that owned the service then. */
export const outOfHoursShare = defineFact({
  id: 'observability.out_of_hours_share',
  burden: 'observability',
  question: 'How often are we called out of hours?',
  unit: 'ratio',
  windowDays: 28,
  needs: ['alert'],
  source:
    'DORA monitoring and observability, out-of-hours alerts: alerts begun in the window outside 08:00 to 18:00, Monday to Friday, over all that were not silenced; in the time zone of the owner then, else UTC; public holidays are not known; unknown under 10',
  gaming: 'More alerts by day make it small; look at alerts a week beside it.',

  measure(context: FactContext) {
    const elsewhere = alertsOfAnyEnvironment(context);
    if (elsewhere) return elsewhere;
    const alerts = context.inWindow.alert.filter(({ silenced }) => !silenced);
    const silenced = context.inWindow.alert.length - alerts.length;
    const hoursAt = hoursOf(context);
    const judged = alerts.map(({ id, startedAt }) => ({
      id,
      ...hoursAt(startedAt),
    }));
    const zoned = judged.filter(({ zone }) => zone !== undefined).length;
    const part = (key: string, isOut: boolean) => {
      const found = judged.filter(one => one.isOut === isOut);
      return { key, value: found.length, records: found.map(({ id }) => id) };
    };
    const out = part('out of hours', true);
    const share = measureShare(context, {
      hits: out.records,
      sample: judged.map(({ id }) => id),
      of: 'alerts',
      that: 'came out of hours (08:00 to 18:00, Monday to Friday)',
      besides: [
        clockWords(zoned, judged.length),
        ...(silenced > 0
          ? [`${counted(silenced, 'more was', 'more were')} silenced`]
          : []),
      ].join('; '),
    });
    if (share.status === 'unknown') return share;
    return { ...share, parts: [out, part('in hours', false)] };
  },

  examples: [
    {
      given: 'five on Friday at noon, five on Saturday at noon',
      records: [
        ...many(5, 'f', id => alerted(id, at(3, 12))),
        ...many(5, 's', id => alerted(id, at(2, 12))),
      ],
      gives: 0.5,
    },
    {
      given: 'Friday at 07:59, 08:00, 17:59 and 18:00, in UTC',
      records: [
        ...many(5, 'early', id => alerted(id, at(3, 8 - 1 / 60))),
        ...many(5, 'from', id => alerted(id, at(3, 8))),
        ...many(5, 'until', id => alerted(id, at(3, 18 - 1 / 60))),
        ...many(5, 'late', id => alerted(id, at(3, 18))),
      ],
      gives: 0.5,
    },
    {
      given: 'silenced ones called nobody',
      records: [
        ...many(10, 'f', id => alerted(id, at(3, 12))),
        ...many(10, 's', id => alerted(id, { ...at(2, 3), silenced: true })),
      ],
      gives: 0,
    },
    {
      given: 'nine alerts, too few for a share',
      records: many(9, 'f', id => alerted(id, at(3, 12))),
      gives: 'insufficient-data',
    },
  ],
});

/** By which clock it was judged is always said. */
function clockWords(zoned: number, all: number): string {
  if (zoned === all && all > 0) return 'in the time zone of the owner then';
  const whose = zoned === 0 ? 'all' : `${all - zoned} of ${all}`;
  return `${whose} in UTC, since the owner then names no time zone`;
}
