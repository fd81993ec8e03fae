import { AlertRecord } from 'backstage-plugin-accountability-common';
import { ago, alerted, many } from '../testing';
import { HOUR, MINUTE } from '../time';
import { defineFact } from './defineFact';
import { measureShare } from './measureShare';
import { counted } from './wording';

const flapMs = 5 * MINUTE;

const ignored = { endedAt: ago(2, 'd') + HOUR };

/** Share of alerts that led to action, among those of which it can be told. */
export const actionableRatio = defineFact({
  id: 'observability.actionable_ratio',
  burden: 'observability',
  question: 'Do our alerts lead to action?',
  unit: 'ratio',
  windowDays: 28,
  needs: ['alert'],
  source:
    'DORA monitoring and observability, unactionable alerts: acknowledged or led to an incident, over those and the ones resolved unacknowledged within 5 minutes; all others are undecided and left out; unknown under 10 decided alerts',

  measure(context) {
    const alerts = context.inWindow.alert;
    const acted = alerts.filter(ledToAction);
    const decided = alerts.filter(
      alert => ledToAction(alert) || isNoise(alert),
    );
    const undecided = alerts.length - decided.length;
    return measureShare(context, {
      hits: acted.map(({ id }) => id),
      sample: decided.map(({ id }) => id),
      of: 'alerts',
      that: 'led to action',
      ...(undecided > 0 && {
        besides: `${counted(
          undecided,
          'more is',
          'more are',
        )} undecided and not counted`,
      }),
    });
  },

  examples: [
    {
      given: 'five acknowledged, five gone by themselves in two minutes',
      records: [
        ...many(5, 'a', id => alerted(id, { acknowledgedAt: ago(2, 'd') })),
        ...many(5, 'n', id => alerted(id)),
      ],
      gives: 0.5,
    },
    {
      given: 'one of ten led to an incident',
      records: [
        alerted('a', { incident: 'i' }),
        ...many(9, 'n', id => alerted(id)),
      ],
      gives: 0.1,
    },
    {
      given: 'undecided ones are neither: unacknowledged for an hour',
      records: [
        ...many(10, 'n', id => alerted(id)),
        ...many(10, 'u', id => alerted(id, ignored)),
      ],
      gives: 0,
    },
    {
      given: 'only undecided ones',
      records: many(20, 'u', id => alerted(id, ignored)),
      gives: 'insufficient-data',
    },
  ],
});

function ledToAction(alert: AlertRecord): boolean {
  return alert.acknowledgedAt !== undefined || alert.incident !== undefined;
}

function isNoise(alert: AlertRecord): boolean {
  return (
    !ledToAction(alert) &&
    alert.endedAt !== undefined &&
    alert.endedAt - alert.startedAt <= flapMs
  );
}
