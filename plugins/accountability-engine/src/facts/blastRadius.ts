import { DeploymentRecord } from 'backstage-plugin-accountability-common';
import { ago, causedBy, deployed, incident, many } from '../testing';
import { countedCharges } from './countedCharges';
import { Charge, defineFact, FactContext } from './defineFact';
import { finishedIn } from './finishedDeployments';
import { measureShare } from './measureShare';
import { onlyInProduction } from './onlyInProduction';
import { counted } from './wording';

/** Ten deployments that each broke something. */
const tenBroken = many(10, 'd', id => [
  deployed(id, { startedAt: ago(100, 'd') }),
  causedBy(id, `i-${id}`, { startedAt: ago(99, 'd') }),
]).flat();

/** Share of the events charged to this service that hit more than one service. */
export const blastRadius = defineFact({
  id: 'reliability.blast_radius',
  burden: 'reliability',
  question: 'When we break something, does it stay with us?',
  unit: 'ratio',
  windowDays: 180,
  needs: ['deployment', 'incident'],
  source:
    'Production deployments finished in the window to which incidents are charged, each one event with all its incidents, of which those hit more than one service that are charged with incidents of another one, or with one that began together with those of others; another service is told by the subject of its incident; six months, as with DORA deployment rework, since events are few; 95 % Wilson interval; unknown under 10 events',
  ladder: {
    better: 'lower',
    bronze: 0.4,
    silver: 0.2,
    gold: 0.1,
    basis: 'convention',
  },
  gaming:
    'Incidents that are opened for one service only, or charged to nobody, make it small; look at the share of incidents without a cause beside it.',
  windowBy: { deployment: finishedIn, incident: () => undefined },

  measure(context) {
    const elsewhere = onlyInProduction(context);
    if (elsewhere) return elsewhere;
    const events = context.inWindow.deployment.flatMap(
      deployment => eventOf(deployment, context) ?? [],
    );
    const wide = events.filter(({ services }) => services > 1);
    const share = measureShare(context, {
      hits: wide.map(({ id }) => id),
      sample: events.map(({ id }) => id),
      of: 'deployments that broke something',
      that: 'hit more than one service',
      ...(wide.length > 0 && {
        besides: `the widest hit ${counted(
          Math.max(...wide.map(({ services }) => services)),
          'service',
        )}`,
      }),
    });
    return {
      ...share,
      evidence: events.flatMap(({ id, incidents }) => [id, ...incidents]),
    };
  },

  examples: [
    {
      given: 'ten that broke this service alone',
      records: tenBroken,
      gives: 0,
    },
    {
      given: 'two incidents of this service are one event that hit one service',
      records: [
        ...tenBroken,
        causedBy('d1', 'again', { startedAt: ago(98, 'd') }),
      ],
      gives: 0,
    },
    {
      given: 'nine deployments that broke something, too few for a share',
      records: tenBroken.filter(({ id }) => id !== 'i-d1'),
      gives: 'insufficient-data',
    },
    {
      given: 'incidents that are charged to no deployment',
      records: [
        ...many(20, 'd', id => deployed(id, { startedAt: ago(100, 'd') })),
        ...many(20, 'i', id => incident(id)),
      ],
      gives: 'insufficient-data',
    },
  ],
});

/** What one deployment broke. */
interface Hit {
  /** Record id of the deployment. */
  id: string;
  incidents: string[];
  /** How many services it hit, at least. */
  services: number;
}

function eventOf(
  deployment: DeploymentRecord,
  context: FactContext,
): Hit | undefined {
  const charges = countedCharges(deployment, context);
  if (charges.length === 0) return undefined;
  const hit = new Set(charges.map(charge => hitBy(charge, context)));
  const together = charges.map(
    ({ attribution }) => attribution.burst?.services ?? 1,
  );
  return {
    id: deployment.id,
    incidents: charges.map(({ incident: { id } }) => id),
    services: Math.max(hit.size, ...together),
  };
}

/** What tells the service of an incident: its own ones by attribution, others by their subject. */
function hitBy({ incident: { id, subject } }: Charge, context: FactContext) {
  return context.attributions.has(id) ? 'own' : `subject ${subject}`;
}
