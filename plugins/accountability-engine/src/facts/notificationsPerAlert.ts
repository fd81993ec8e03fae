import { alerted, many } from '../testing';
import { distributionOf } from '../time';
import { alertsOfAnyEnvironment } from './alertsOfAnyEnvironment';
import { defineFact } from './defineFact';
import { unknownWords } from './measureDecided';
import { counted, windowWords } from './wording';

/** How many times people are told of one alert. */
export const notificationsPerAlert = defineFact({
  id: 'observability.notifications_per_alert',
  burden: 'observability',
  question: 'How often are we told of the same alert?',
  unit: 'count',
  windowDays: 28,
  needs: ['alert'],
  source:
    'Alert deduplication, which is 1 less alerts over notifications: notifications over alerts begun in the window whose sender tells each notification apart; silenced ones left out',
  gaming:
    'Starting a new alert for every notification makes it small; look at duplicates beside it.',

  measure(context) {
    const elsewhere = alertsOfAnyEnvironment(context);
    if (elsewhere) return elsewhere;
    const alerts = context.inWindow.alert.filter(({ silenced }) => !silenced);
    const told = alerts.flatMap(({ id, notifications }) =>
      notifications === undefined ? [] : [{ id, notifications }],
    );
    const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id);
    const untold = ids(
      alerts.filter(({ notifications }) => notifications === undefined),
    );
    if (told.length === 0) {
      return {
        status: 'unknown',
        reason: 'insufficient-data',
        evidence: untold,
        because: `Of none of ${counted(
          alerts.length,
          'alert',
        )} in the ${windowWords(
          context,
        )} it is told when people were notified; send "notifiedAt" with each notification`,
      };
    }
    const counts = told.map(({ notifications }) => notifications);
    const sum = counts.reduce((total, count) => total + count, 0);
    return {
      status: 'known',
      value: sum / told.length,
      sampleSize: told.length,
      evidence: ids(told),
      parts: [
        { key: 'notifications', value: sum, records: ids(told) },
        { key: 'unknown', value: untold.length, records: untold },
      ],
      distribution: distributionOf(counts, [2, 3, 5, 10]),
      because: `${counted(sum, 'notification')} of ${counted(
        told.length,
        'alert',
      )}, ${windowWords(context)}; ${unknownWords(untold.length, told.length)}`,
    };
  },

  examples: [
    {
      given: 'one alert told of once, one three times',
      records: [
        alerted('a', { notifications: 1 }),
        alerted('b', { notifications: 3 }),
      ],
      gives: 2,
    },
    {
      given: 'alerts of which it is not told are no part of it',
      records: [
        alerted('a', { notifications: 4 }),
        ...many(9, 'u', id => alerted(id)),
      ],
      gives: 4,
    },
    {
      given: 'a silenced alert',
      records: [
        alerted('a', { notifications: 4 }),
        alerted('s', { notifications: 1, silenced: true }),
      ],
      gives: 4,
    },
    {
      given: 'alerts whose sender repeats itself without saying when',
      records: many(20, 'u', id => alerted(id)),
      gives: 'insufficient-data',
    },
  ],
});
