import {
  ChangeRecord,
  DeploymentRecord,
} from 'backstage-plugin-accountability-common';
import { countedCharges } from './countedCharges';
import { FactContext } from './defineFact';

/** A change that a deployment of the window brought, and its part in a failure. */
export interface Charged {
  change: ChangeRecord;
  deployment: DeploymentRecord;
  /** 1 over the number of changes that a failed deployment brought; 0 where it did not fail. */
  value: number;
}

/** Changes with their parts in failures, and deployments of which it is not known what they brought. */
export interface FractionalFailures {
  charged: Charged[];
  /** How many failed deployments the parts sum up to. */
  failed: number;
  untold: DeploymentRecord[];
}

/**
 * Charges each failed deployment of the window to the changes that it brought,
 * in equal parts, since nobody knows which of them broke it. Every change is in
 * one deployment only, so that the parts sum up to the failed deployments.
 */
export function fractionalFailures(context: FactContext): FractionalFailures {
  const { inWindow, contents } = context;
  const result: FractionalFailures = { charged: [], failed: 0, untold: [] };
  for (const deployment of inWindow.deployment) {
    const brought = contents.get(deployment.id);
    const isFailed = countedCharges(deployment, context).length > 0;
    if (brought?.status !== 'known') {
      // What did not get through and broke nothing is in the next one, whole.
      if (brought || isFailed) result.untold.push(deployment);
      continue;
    }
    const { changes } = brought;
    if (isFailed && changes.length > 0) result.failed++;
    for (const change of changes) {
      const value = isFailed ? 1 / changes.length : 0;
      result.charged.push({ change, deployment, value });
    }
  }
  return result;
}
