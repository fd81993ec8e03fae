import { provenanceReports } from 'backstage-plugin-accountability-common';
import { ago, causedBy, deployed, many, merged } from '../testing';
import { DAY, HOUR } from '../time';
import { defineFact } from './defineFact';
import { fractionalFailures } from './fractionalFailures';
import { measureDelta } from './measureDelta';
import { byDeployment } from './measureLeadTime';
import { onlyInProduction } from './onlyInProduction';
import { reportsAside } from './reportsAside';
import { counted } from './wording';

const began = ago(80, 'd');
const shaOf = (place: number) => `${1000000 + place}`;
/** So many changes one a deployment, every other one by a machine, each an hour after the one before. */
const history = (count: number) =>
  Array.from({ length: count + 1 }, (_, place) => [
    merged(`c${place}`, {
      sha: shaOf(place),
      endedAt: began + place * 12 * HOUR,
      ...(place % 2 === 1 && { machineWritten: 'declared' as const }),
    }),
    deployed(`d${place}`, {
      sha: shaOf(place),
      startedAt: began + place * 12 * HOUR + HOUR,
    }),
  ]).flat();
const broke = (place: number) =>
  causedBy(`d${place}`, `i${place}`, {
    startedAt: began + place * 12 * HOUR + 2 * HOUR,
  });

/** How much more of what machines wrote is charged with failures in production than of the rest. A correlation. */
export const failureDelta = defineFact({
  id: 'ownership.machine_written_failure_delta',
  burden: 'ownership',
  question: 'Does what a machine wrote break production more often?',
  unit: 'points',
  windowDays: 90,
  needs: ['deployment', 'incident', 'change'],
  also: ['report'],
  reports: provenanceReports,
  source:
    'Changes that production deployments of the window brought: a deployment that incidents are charged to counts as 1/n against each of its n changes; the mean of those marked machine-written (attested or declared) less that of the rest, bots that follow rules in neither; 95 % interval by Newcombe 1998 as if each part were a whole failure or none, and changes of one deployment told apart, so a rough one; unknown under 30 on either side, and where fewer than 5 people are known to stand for one; a correlation, not a cause',
  gaming:
    'Large deployments thin failures out over many changes, and incidents that nobody opens are charged to none; look at change_fail_rate beside it.',
  windowBy: { ...byDeployment, ...reportsAside },
  reads: ['people'],

  measure(context) {
    const elsewhere = onlyInProduction(context);
    if (elsewhere) return elsewhere;
    const { charged, failed, untold } = fractionalFailures(context);
    return measureDelta(context, {
      weighed: charged,
      that: 'broke production, each failed deployment shared out among its changes,',
      besides: [
        `${counted(
          failed,
          'failed deployment',
        )} in all, and the interval is a rough one`,
        ...(untold.length > 0
          ? [
              `what ${counted(
                untold.length,
                'more deployment',
              )} brought is unknown`,
            ]
          : []),
      ],
    });
  },

  examples: [
    {
      given: 'six of thirty deployments of machines failed, none of the rest',
      records: [...history(60), ...[1, 3, 5, 7, 9, 11].map(broke)],
      gives: 0.2,
    },
    {
      given: 'six of thirty of either failed',
      records: [
        ...history(60),
        ...[1, 3, 5, 7, 9, 11, 2, 4, 6, 8, 10, 12].map(broke),
      ],
      gives: 0,
    },
    {
      given: 'twenty of either, too few to compare',
      records: [...history(40), broke(1)],
      gives: 'insufficient-data',
    },
    {
      given: 'deployments of commits that no change is known by',
      records: [
        ...many(60, 'c', id => merged(id, { machineWritten: 'declared' })),
        ...many(60, 'd', id => deployed(id, { startedAt: began + DAY })),
        causedBy('d1', 'i'),
      ],
      gives: 'insufficient-data',
    },
  ],
});
