import {
  AttributionMethod,
  DeploymentRecord,
  IncidentRecord,
} from 'backstage-plugin-accountability-common';
import { changesOf, DeployedChange } from './changesOf';
import { Charge, FactContext } from './defineFact';
import { gotThrough } from './finishedDeployments';

/** Rungs that make a change a failed one, strongest first; what a dependency may have done is charged to nobody. */
export const countedMethods = [
  'explicit',
  'linked',
  'remediation',
  'temporal',
] as const satisfies readonly AttributionMethod[];

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
  /** Incidents charged to deployments of the window that are no change: rollbacks and redeployments. */
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
  const counted = new Set(
    delivered.flatMap(({ deployments }) => deployments.map(({ id }) => id)),
  );
  return {
    delivered,
    failed: delivered.flatMap(change => failedOf(change, context) ?? []),
    apart: context.inWindow.deployment
      .filter(({ id }) => !counted.has(id))
      .flatMap(deployment => countedCharges(deployment, context))
      .map(({ incident }) => incident),
  };
}

function deploymentsAlone(context: FactContext): DeployedChange[] {
  return context.inWindow.deployment
    .filter(one => gotThrough(one) || context.charges.has(one.id))
    .map(deployment => ({ deployments: [deployment] }));
}

function failedOf(
  change: DeployedChange,
  context: FactContext,
): FailedChange | undefined {
  const charges = change.deployments.flatMap(one =>
    countedCharges(one, context),
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
      one => countedCharges(one, context).length > 0,
    ),
    incidents: charges.map(({ incident }) => incident),
  };
}

function countedCharges(
  { id }: DeploymentRecord,
  { charges }: FactContext,
): Charge[] {
  const methods: readonly AttributionMethod[] = countedMethods;
  return (charges.get(id) ?? []).filter(
    ({ attribution, incident }) =>
      methods.includes(attribution.method) && !incident.mergedInto,
  );
}
