import { ago, alerted, many } from '../testing';
import { HOUR, MINUTE } from '../time';
import { alertDuplicates } from './alertDuplicates';
import { alertDuplicatesFade } from './alertDuplicatesFade';
import { alertsOfAnyEnvironment } from './alertsOfAnyEnvironment';
import { defineFact } from './defineFact';
import { measureDecided } from './measureDecided';

const start = ago(2, 'd');
const titled = (title: string, minutes: number) => ({
  title,
  startedAt: start + minutes * MINUTE,
  endedAt: start + minutes * MINUTE + HOUR,
});

/** Share of alerts that tell again what another tells. */
export const duplicateShare = defineFact({
  id: 'observability.duplicate_share',
  burden: 'observability',
  question: 'How many of our alerts tell the same again?',
  unit: 'ratio',
  windowDays: 28,
  needs: ['alert'],
  source:
    'Alerts begun in the window while another of the same title goes on or within 5 minutes after its end, over all that have a title; the first of them is no duplicate; unknown under 10',
  gaming:
    'Giving every alert a title of its own makes it small; look at alerts a week beside it.',
  changesAt: alertDuplicatesFade,

  measure(context) {
    const alerts = context.inWindow.alert;
    const duplicates = alertDuplicates(context);
    const titles = alerts.filter(({ title }) => title !== undefined);
    const ids = (list: typeof alerts) => list.map(({ id }) => id);
    return (
      alertsOfAnyEnvironment(context) ??
      measureDecided(context, {
        yes: ids(titles.filter(({ id }) => duplicates.has(id))),
        no: ids(titles.filter(({ id }) => !duplicates.has(id))),
        unknown: ids(alerts.filter(({ title }) => title === undefined)),
        keys: ['again', 'first'],
        of: 'alerts',
        that: 'told again what another tells',
      })
    );
  },

  examples: [
    {
      given: 'five pods of one alert, and five alerts of their own',
      records: [
        ...many(5, 'pod', id => alerted(id, titled('Pods restart', 0))),
        ...many(5, 'own', id => alerted(id, titled(`Own ${id}`, 0))),
      ],
      gives: 0.4,
    },
    {
      given: 'one of ten begins within five minutes of the end, one after',
      records: [
        alerted('a', titled('Disk fills up', 0)),
        alerted('b', titled('Disk fills up', 65)),
        alerted('c', titled('Disk fills up', 65 + 66)),
        ...many(7, 'own', id => alerted(id, titled(`Own ${id}`, 0))),
      ],
      gives: 0.1,
    },
    {
      given: 'the one it repeats began before the window and goes on',
      records: [
        alerted('old', {
          title: 'Disk fills up',
          startedAt: ago(40, 'd'),
          endedAt: undefined,
        }),
        ...many(10, 'a', id => alerted(id, titled('Disk fills up', 0))),
      ],
      gives: 1,
    },
    {
      given: 'alerts without a title',
      records: many(10, 'a', id => alerted(id)),
      gives: 'insufficient-data',
    },
  ],
});
