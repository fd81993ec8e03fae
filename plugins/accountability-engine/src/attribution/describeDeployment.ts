import { DeploymentRecord } from 'backstage-plugin-accountability-common';

/** A deployment in words: its version, else the start of its commit, else its record id. */
export function describeDeployment(deployment: DeploymentRecord): string {
  if (deployment.version) return `deployment of ${deployment.version}`;
  if (deployment.sha) return `deployment of ${deployment.sha.slice(0, 7)}`;
  return `deployment ${deployment.id}`;
}
