import { ago, causedBy, deployed, incident, many } from '../testing';
import { countedIncident } from './countedIncident';
import { defineFact, FactContext } from './defineFact';
import { measureShare } from './measureShare';
import { onlyInProduction } from './onlyInProduction';
import { counted } from './wording';

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
    'Evidence ladder: incidents begun in the window with method none over all that count, without those of no cause that began together with incidents of other services; 95 % Wilson interval; unknown under 10 incidents',
  gaming:
    'Charging every incident to the latest deployment makes it small and wrong; look at the confidence of the causes beside it, most incidents of many organisations come of no change.',
  windowBy: {
    incident: countedIncident,
    deployment: () => undefined,
  },

  measure(context) {
    const elsewhere = onlyInProduction(context);
    if (elsewhere) return elsewhere;
    const all = context.inWindow.incident.map(({ id }) => id);
    const isUncharged = (id: string) =>
      context.attributions.get(id)?.method === 'none';
    const sample = all.filter(
      id => !isUncharged(id) || !isOfPlatform(context, id),
    );
    const apart = all.length - sample.length;
    return measureShare(context, {
      sample,
      hits: sample.filter(isUncharged),
      of: 'incidents',
      that: 'have no known cause',
      ...(apart > 0 && {
        besides: `${counted(
          apart,
          'more',
          'more',
        )} began together with those of other services`,
      }),
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

/** What happened to it is known: several services broke at once, and it is not the one that the others depend on. */
function isOfPlatform({ attributions }: FactContext, id: string): boolean {
  const burst = attributions.get(id)?.burst;
  return burst !== undefined && burst.cascade !== 'root';
}
