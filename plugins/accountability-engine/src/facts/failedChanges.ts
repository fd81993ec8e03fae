import {
  DeploymentRecord,
  IncidentRecord,
} from 'backstage-plugin-accountability-common';
import { changesOf, DeployedChange } from './changesOf';
import { countedCharges, countedMethods } from './countedCharges';
import { Charge, FactContext } from './defineFact';
import { goesBack } from './goesBack';
import { gotThrough } from './finishedDeployments';

/** A change that incidents are charged to. */
export interface FailedChange extends DeployedChange {
  charges: readonly Charge[];
  incidents: IncidentRecord[];
  /** Those of its deployments that the incidents are charged to. */
  charged: DeploymentRecord[];
  /** Strongest rung by which it is charged. */
  method: (typeof countedMethods)[number];
}

/** What was delivered in the window, and what among it broke something. */
export interface ChangeOutcomes {
  /** Distinct changes, or single deployments where the profile counts those. */
  delivered: DeployedChange[];
  failed: FailedChange[];
  /** Incidents charged to deployments of the window and to no change: to rollbacks and redeployments. */
  apart: IncidentRecord[];
}

/**
 * Joins what was delivered in the window with the incidents charged to it, by
 * record id and never by time.
 */
export function failedChanges(context: FactContext): ChangeOutcomes {
  const delivered =
    context.profile.denominator === 'changes'
      ? changesOf(context)
      : deploymentsAlone(context);
  const failed = delivered.flatMap(change => failedOf(change, context) ?? []);
  const counted = new Set(failed.flatMap(({ charges }) => charges));
  return {
    delivered,
    failed,
    apart: context.inWindow.deployment
      .flatMap(deployment => countedCharges(deployment, context))
      .filter(charge => !counted.has(charge))
      .map(({ incident }) => incident),
  };
}

function deploymentsAlone(context: FactContext): DeployedChange[] {
  return context.inWindow.deployment
    .filter(one => gotThrough(one) || countedCharges(one, context).length > 0)
    .map(deployment => ({ deployments: [deployment] }));
}

function failedOf(
  change: DeployedChange,
  context: FactContext,
): FailedChange | undefined {
  const charges = change.deployments.flatMap(one =>
    chargesAgainst(one, context),
  );
  const method = countedMethods.find(each =>
    charges.some(({ attribution }) => attribution.method === each),
  );
  if (!method) return undefined;
  return {
    ...change,
    charges,
    method,
    charged: change.deployments.filter(
      one => chargesAgainst(one, context).length > 0,
    ),
    incidents: charges.map(({ incident }) => incident),
  };
}

/** A rollback is no change, so that what time alone charges it with is none that failed. */
function chargesAgainst(
  deployment: DeploymentRecord,
  context: FactContext,
): Charge[] {
  const charges = countedCharges(deployment, context);
  const byTime = ({ attribution }: Charge) => attribution.method === 'temporal';
  if (context.profile.denominator !== 'changes' || !charges.some(byTime)) {
    return charges;
  }
  return goesBack(deployment, context)
    ? charges.filter(charge => !byTime(charge))
    : charges;
}
