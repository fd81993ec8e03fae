import { ago, alerted, incident, many } from '../testing';
import { MINUTE } from '../time';
import { countedIncident } from './countedIncident';
import { defineFact, FactContext } from './defineFact';
import { incidentsByMerge } from './incidentsByMerge';
import { measureDecided } from './measureDecided';
import { onlyInProduction } from './onlyInProduction';

const start = ago(1, 'd');

/** Share of incidents that a monitor noticed, and not a person first. */
export const incidentsDetectedByMonitor = defineFact({
  id: 'observability.incidents_detected_by_monitor',
  burden: 'observability',
  question: 'Do our monitors notice before people do?',
  unit: 'ratio',
  windowDays: 90,
  needs: ['incident'],
  source:
    'DORA monitoring and observability, false negatives: incidents begun in the window that a monitor opened, by word of their source or by an alert from before that led to them, over those of which it is known; unknown under 10',
  ladder: {
    better: 'higher',
    bronze: 0.6,
    silver: 0.8,
    gold: 0.95,
    basis: 'convention',
  },
  gaming:
    'Not opening incidents that customers report makes it high; look at the number of incidents and at alerts that led to nothing beside it.',
  windowBy: { incident: countedIncident },

  measure(context) {
    const incidents = context.inWindow.incident;
    const foretold = foretoldIncidents(context);
    const ids = (by: 'monitor' | 'person' | undefined) =>
      incidents
        .filter(
          ({ id, detectedBy }) =>
            (detectedBy ?? (foretold.has(id) ? 'monitor' : undefined)) === by,
        )
        .map(({ id }) => id);
    return (
      onlyInProduction(context) ??
      measureDecided(context, {
        yes: ids('monitor'),
        no: ids('person'),
        unknown: ids(undefined),
        keys: ['monitor', 'person'],
        of: 'incidents',
        that: 'were noticed by a monitor',
      })
    );
  },

  examples: [
    {
      given: 'eight opened by a monitor, two by a person',
      records: [
        ...many(8, 'm', id => incident(id, { detectedBy: 'monitor' })),
        ...many(2, 'p', id => incident(id, { detectedBy: 'person' })),
      ],
      gives: 0.8,
    },
    {
      given: 'one of ten opened by nobody knows whom, a minute after an alert',
      records: [
        incident('i', { startedAt: start }),
        alerted('a', { startedAt: start - MINUTE, incident: 'i' }),
        ...many(9, 'p', id => incident(id, { detectedBy: 'person' })),
      ],
      gives: 0.1,
    },
    {
      given: 'an alert of after it began says nothing of who noticed',
      records: [
        incident('i', { startedAt: start }),
        alerted('a', { startedAt: start + MINUTE, incident: 'i' }),
        ...many(10, 'p', id => incident(id, { detectedBy: 'person' })),
      ],
      gives: 0,
    },
    {
      given: 'merged ones and those of which it is not told',
      records: [
        ...many(9, 'm', id => incident(id, { detectedBy: 'monitor' })),
        incident('j', { detectedBy: 'monitor', mergedInto: 'm1' }),
        ...many(20, 'u', id => incident(id)),
      ],
      gives: 'insufficient-data',
    },
  ],
});

/** Incidents that an alert led to which fired by the time they were opened. */
function foretoldIncidents({ records }: FactContext): Set<string> {
  const incidents = incidentsByMerge(records.incident);
  const found = new Set<string>();
  for (const { incident: id, startedAt } of records.alert) {
    const of = id === undefined ? undefined : incidents.get(id);
    if (of && startedAt <= (of.episodes.at(0)?.from ?? of.startedAt)) {
      found.add(of.id);
    }
  }
  return found;
}
