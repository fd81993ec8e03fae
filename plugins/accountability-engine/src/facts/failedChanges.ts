import {
  AttributionMethod,
  attributionMethods,
  DeploymentRecord,
  IncidentRecord,
} from 'backstage-plugin-accountability-common';
import { changesOf, ProductionChange } from './changesOf';
import { FactContext } from './defineFact';

/** A change that incidents are charged to. */
export interface FailedChange extends ProductionChange {
  incidents: IncidentRecord[];
  /** Those of its deployments that the incidents are charged to. */
  charged: DeploymentRecord[];
  /** Strongest rung by which it is charged. */
  method: AttributionMethod;
}

/** Changes finished in the window, and those among them that broke something. */
export interface ChangeOutcomes {
  delivered: ProductionChange[];
  failed: FailedChange[];
}

const strength: readonly AttributionMethod[] = attributionMethods;

/**
 * Joins the changes of the window with the incidents charged to them, by record
 * id and never by time. A change whose every deployment failed counts only if
 * an incident is charged to it: otherwise it never reached production, and that
 * is a pipeline failure.
 */
export function failedChanges(context: FactContext): ChangeOutcomes {
  const { charges } = context;
  const outcomes: ChangeOutcomes = { delivered: [], failed: [] };
  for (const change of changesOf(context.inWindow.deployment)) {
    const charged = change.deployments.flatMap(
      deployment => charges.get(deployment.id) ?? [],
    );
    if (charged.length === 0 && !change.gotThrough) continue;
    outcomes.delivered.push(change);
    if (charged.length === 0) continue;
    const method = strength.find(m =>
      charged.some(({ attribution }) => attribution.method === m),
    );
    outcomes.failed.push({
      ...change,
      method: method ?? 'temporal',
      charged: change.deployments.filter(({ id }) => charges.has(id)),
      incidents: charged.map(({ incident }) => incident),
    });
  }
  return outcomes;
}
