import { ago, causedBy, deployed, incident, many } from '../testing';
import { defineFact } from './defineFact';
import { measureShare } from './measureShare';

const old = deployed('d', { startedAt: ago(20, 'd') });

/** Share of incidents for which no rung of the ladder finds a cause; it says how far to trust the fail rate. */
export const unattributedShare = defineFact({
  id: 'reliability.unattributed_share',
  burden: 'reliability',
  question: 'For how many incidents is no cause known?',
  unit: 'ratio',
  windowDays: 90,
  needs: ['incident', 'deployment'],
  source:
    'Evidence ladder: incidents begun in the window with method none over all that count; 95 % Wilson interval; unknown under 10 incidents',
  windowBy: {
    incident: record =>
      record.mergedInto === undefined ? record.startedAt : undefined,
    deployment: () => undefined,
  },

  measure(context) {
    const sample = context.inWindow.incident.map(({ id }) => id);
    return measureShare(context, {
      sample,
      hits: sample.filter(
        id => context.attributions.get(id)?.method === 'none',
      ),
      of: 'incidents',
      that: 'have no known cause',
    });
  },

  examples: [
    {
      given: 'ten incidents, five of them long after the only deployment',
      records: [
        old,
        ...many(5, 'i', id => incident(id)),
        ...many(5, 'j', id => causedBy('d', id)),
      ],
      gives: 0.5,
    },
    {
      given: 'ten incidents, each with a named cause',
      records: [old, ...many(10, 'j', id => causedBy('d', id))],
      gives: 0,
    },
    {
      given: 'nine incidents, too few for a share',
      records: [old, ...many(9, 'i', id => incident(id))],
      gives: 'insufficient-data',
    },
    {
      given: 'no deployment was ever collected',
      records: many(10, 'i', id => incident(id)),
      gives: 'never-collected',
    },
  ],
});
