import { ago, alerted, incident, many } from '../testing';
import { distributionOf } from '../time';
import { countedIncident } from './countedIncident';
import { defineFact, FactContext } from './defineFact';
import { incidentsByMerge } from './incidentsByMerge';
import { onlyInProduction } from './onlyInProduction';
import { counted, percent, windowWords } from './wording';

/** How many alerts it takes to tell of one incident. */
export const alertsPerIncident = defineFact({
  id: 'observability.alerts_per_incident',
  burden: 'observability',
  question: 'How many alerts tell of the same incident?',
  unit: 'count',
  windowDays: 90,
  needs: ['alert', 'incident'],
  source:
    'Google SRE, a ratio of alerts to incidents of 1: alerts that name the incident they led to, or one merged into it, over incidents begun in the window that an alert names',
  gaming:
    'Alerts that name no incident are not counted; look at alerts a week beside it.',
  windowBy: { incident: countedIncident },

  measure(context) {
    const elsewhere = onlyInProduction(context);
    if (elsewhere) return elsewhere;
    const { inWindow } = context;
    const named = alertsByIncident(context);
    const told = inWindow.incident.filter(({ id }) => named.has(id));
    const untold = inWindow.incident.filter(({ id }) => !named.has(id));
    const loose = inWindow.alert.filter(alert => alert.incident === undefined);
    const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id);
    if (told.length === 0) {
      return {
        status: 'unknown',
        reason: 'insufficient-data',
        evidence: [...ids(untold), ...ids(loose)],
        because: `No alert names any of ${counted(
          untold.length,
          'incident',
        )} in the ${windowWords(
          context,
        )}; send alerts with the incident they led to`,
      };
    }
    const alerts = told.map(({ id }) => named.get(id) ?? []);
    const sum = alerts.flat().length;
    return {
      status: 'known',
      value: sum / told.length,
      sampleSize: told.length,
      evidence: [...ids(told), ...alerts.flat()],
      parts: [
        { key: 'alerts of an incident', value: sum, records: alerts.flat() },
        {
          key: 'alerts of no incident',
          value: loose.length,
          records: ids(loose),
        },
        {
          key: 'incidents without an alert',
          value: untold.length,
          records: ids(untold),
        },
      ],
      distribution: distributionOf(
        alerts.map(list => list.length),
        [2, 3, 5, 10],
      ),
      because: `${counted(sum, 'alert')} of ${counted(
        told.length,
        'incident',
      )}, ${windowWords(context)}; ${besides(
        untold.length,
        inWindow.incident.length,
      )}; ${counted(loose.length, 'alert')} of no incident`,
    };
  },

  examples: [
    {
      given: 'three alerts of one incident, one of another',
      records: [
        incident('i'),
        incident('j'),
        ...many(3, 'a', id => alerted(id, { incident: 'i' })),
        alerted('b', { incident: 'j' }),
      ],
      gives: 2,
    },
    {
      given: 'the alert of an incident that was merged is one of the other',
      records: [
        incident('i'),
        incident('j', { mergedInto: 'i' }),
        alerted('a', { incident: 'i' }),
        alerted('b', { incident: 'j' }),
      ],
      gives: 2,
    },
    {
      given: 'incidents without an alert and alerts without an incident',
      records: [
        incident('i'),
        incident('j'),
        alerted('a', { incident: 'i' }),
        alerted('b'),
      ],
      gives: 1,
    },
    {
      given: 'no alert that names an incident of the window',
      records: [
        incident('i'),
        incident('old', { startedAt: ago(100, 'd') }),
        alerted('a', { incident: 'old' }),
        alerted('b'),
      ],
      gives: 'insufficient-data',
    },
  ],
});

/** Alerts by the incident they led to, whenever they began. */
function alertsByIncident({ records }: FactContext): Map<string, string[]> {
  const incidents = incidentsByMerge(records.incident);
  const named = new Map<string, string[]>();
  for (const alert of records.alert) {
    const of = alert.incident && incidents.get(alert.incident);
    if (!of) continue;
    const alerts = named.get(of.id) ?? [];
    alerts.push(alert.id);
    named.set(of.id, alerts);
  }
  return named;
}

function besides(untold: number, all: number): string {
  if (untold === 0) return 'every incident has one';
  return `${untold} of ${all} incidents (${percent(
    untold / all,
  )}) named by no alert and not counted`;
}
