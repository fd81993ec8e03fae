import {
  deployedIdentity,
  DeploymentRecord,
} from 'backstage-plugin-accountability-common';
import { gotThrough } from './productionDeployments';

/** A change in production: all deployments in the window of one commit (else version, else artifact). */
export interface ProductionChange {
  deployments: DeploymentRecord[];
  /** Whether any of them got through to production. */
  gotThrough: boolean;
}

/**
 * Groups deployments into changes by what they deployed. A redeployment of the
 * same, and a rollback to it, is the same change again and not another.
 */
export function changesOf(
  deployments: readonly DeploymentRecord[],
): ProductionChange[] {
  const changes = new Map<string, ProductionChange>();
  for (const deployment of deployments) {
    const key = deployedIdentity(deployment) ?? `record ${deployment.id}`;
    const change = changes.get(key) ?? { deployments: [], gotThrough: false };
    change.deployments.push(deployment);
    change.gotThrough = change.gotThrough || gotThrough(deployment);
    changes.set(key, change);
  }
  return [...changes.values()];
}
