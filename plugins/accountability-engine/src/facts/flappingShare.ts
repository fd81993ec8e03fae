import { ago, alerted, many } from '../testing';
import { earliest, HOUR, MINUTE } from '../time';
import { flapMs, isFlapping } from './alertLengths';
import { alertsOfAnyEnvironment } from './alertsOfAnyEnvironment';
import { defineFact } from './defineFact';
import { measureDecided } from './measureDecided';

const start = ago(2, 'd');
const anHour = { endedAt: start + HOUR };

/** Share of alerts that were over before anybody could look at them. */
export const flappingShare = defineFact({
  id: 'observability.flapping_share',
  burden: 'observability',
  question: 'How many of our alerts come and go by themselves?',
  unit: 'ratio',
  windowDays: 28,
  needs: ['alert'],
  source:
    'New Relic alert quality management, share under 5 minutes: alerts begun in the window that lasted under 5 minutes over those of which it is known; one without length, of which only the end was told, is unknown; unknown under 10',
  gaming:
    'A longer delay before an alert ends hides that it flaps; look at the actionable share beside it.',
  changesAt: ({ now, inWindow }) =>
    inWindow.alert
      .filter(alert => alert.endedAt === undefined)
      .map(alert => alert.startedAt + flapMs)
      .filter(at => at > now)
      .reduce<number | undefined>(
        (first, at) => earliest(first, at),
        undefined,
      ),

  measure(context) {
    const { now, inWindow } = context;
    const ids = (flapping: boolean | undefined) =>
      inWindow.alert
        .filter(alert => isFlapping(alert, now) === flapping)
        .map(({ id }) => id);
    return (
      alertsOfAnyEnvironment(context) ??
      measureDecided(context, {
        yes: ids(true),
        no: ids(false),
        unknown: ids(undefined),
        keys: ['under 5 minutes', 'longer'],
        of: 'alerts',
        that: 'were over in under 5 minutes',
      })
    );
  },

  examples: [
    {
      given: 'five of ten gone in two minutes, five after an hour',
      records: [
        ...many(5, 'a', id => alerted(id)),
        ...many(5, 'b', id => alerted(id, anHour)),
      ],
      gives: 0.5,
    },
    {
      given:
        'one of ten goes on for long and did not flap; five minutes are no flap',
      records: [
        ...many(8, 'a', id => alerted(id)),
        alerted('long', { endedAt: undefined }),
        alerted('five', { endedAt: start + 5 * MINUTE }),
      ],
      gives: 0.8,
    },
    {
      given: 'one that fires since a minute is not known to flap',
      records: [
        ...many(10, 'a', id => alerted(id)),
        alerted('now', { startedAt: ago(1, 'min'), endedAt: undefined }),
      ],
      gives: 1,
    },
    {
      given: 'alerts of which only the end was told',
      records: many(10, 'a', id => alerted(id, { endedAt: start })),
      gives: 'insufficient-data',
    },
  ],
});
