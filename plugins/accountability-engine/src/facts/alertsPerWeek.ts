import { ago, alerted, many } from '../testing';
import { DAY } from '../time';
import { alertsOfAnyEnvironment } from './alertsOfAnyEnvironment';
import { defineFact } from './defineFact';
import { counted, windowWords } from './wording';

/** Alerts of the service a week. */
export const alertsPerWeek = defineFact({
  id: 'observability.alerts_per_week',
  burden: 'observability',
  question: 'How many alerts does this service raise in a week?',
  unit: 'per-week',
  windowDays: 28,
  needs: ['alert'],
  source:
    'DORA monitoring and observability: alerts begun in the window, a week; one alert however often it was notified',
  ladder: {
    better: 'lower',
    bronze: 14,
    silver: 7,
    gold: 2,
    basis: 'convention',
  },
  gaming:
    'Muting monitors makes it small; look at the share of incidents that monitors detected beside it.',

  measure(context) {
    const elsewhere = alertsOfAnyEnvironment(context);
    if (elsewhere) return elsewhere;
    const alerts = context.inWindow.alert;
    const weeks = (context.window.to - context.window.from) / (7 * DAY);
    return {
      status: 'known',
      value: alerts.length / weeks,
      sampleSize: alerts.length,
      evidence: alerts.map(({ id }) => id),
      because: `${counted(alerts.length, 'alert')}, ${windowWords(context)}`,
    };
  },

  examples: [
    {
      given: 'eight alerts in four weeks',
      records: many(8, 'a', id => alerted(id)),
      gives: 2,
    },
    {
      given: 'the last alert is five weeks old: a known zero',
      records: [alerted('a', { startedAt: ago(35, 'd') })],
      gives: 0,
    },
    {
      given: 'no alert was ever collected for the service',
      records: [],
      gives: 'never-collected',
    },
  ],
});
