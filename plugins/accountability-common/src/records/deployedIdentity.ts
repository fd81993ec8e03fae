import { DeploymentRecord } from './serviceRecord';

/**
 * What a deployment deployed: its commit, else its version, else its artifact;
 * undefined where it names none. Two deployments of one identity are one change;
 * versions are compared for being the same, never by size.
 */
export function deployedIdentity(
  deployment: Pick<DeploymentRecord, 'sha' | 'version' | 'artifact'>,
): string | undefined {
  if (deployment.sha) return `commit ${deployment.sha.toLowerCase()}`;
  if (deployment.version) return `version ${deployment.version}`;
  if (deployment.artifact) return `artifact ${deployment.artifact}`;
  return undefined;
}
