import {
  CauseClaim,
  DeploymentRecord,
  IncidentRecord,
} from 'backstage-plugin-accountability-common';
import { claimReach } from './claimReach';
import {
  claimFields,
  DeploymentIndex,
  IndexedDeployment,
} from './DeploymentIndex';
import { describeDeployment } from './describeDeployment';

/** The deployment that a claim names, or a sentence on why it names none. */
export type Claimed =
  | { status: 'found'; cause: DeploymentRecord; by: string }
  | { status: 'not-found'; because: string };

const fieldWords = {
  sha: 'commit',
  artifact: 'artifact',
  version: 'version',
} as const;

/**
 * Finds what a claim names among the deployments of the service. A record id is
 * taken at its word; a commit, artifact or version means the deployment that
 * brought it before the impact, not a later one of the same.
 */
export function findClaimed(
  claim: CauseClaim,
  incident: IncidentRecord,
  deployments: DeploymentIndex,
): Claimed {
  const byRecord = claim.record && deployments.get(claim.record);
  if (byRecord && couldPrecede(byRecord.record, incident)) {
    return { status: 'found', cause: byRecord.record, by: 'its record' };
  }
  for (const field of claimFields) {
    const value = claim[field];
    const named = value ? deployments.named(field, value) : [];
    const brought = lastBefore(named, incident);
    if (brought) {
      const by = `${fieldWords[field]} ${value}`;
      return { status: 'found', cause: brought.record, by };
    }
  }
  return { status: 'not-found', because: whyNotFound(claim, deployments) };
}

function earliestOf(incident: IncidentRecord): number {
  return incident.startedAt - claimReach;
}

// Clocks and hands are late: a cause may begin after the noted start, but never after the end.
function couldPrecede(
  cause: DeploymentRecord,
  incident: IncidentRecord,
): boolean {
  return (
    cause.startedAt >= earliestOf(incident) &&
    cause.startedAt <=
      Math.max(incident.startedAt, incident.endedAt ?? Infinity)
  );
}

function lastBefore(
  named: IndexedDeployment[],
  incident: IncidentRecord,
): IndexedDeployment | undefined {
  const from = earliestOf(incident);
  const inReach = (item: IndexedDeployment) =>
    item.record.startedAt >= from &&
    item.record.startedAt <= incident.startedAt;
  // A deployment known to be in production outranks one whose environment is unknown.
  let brought =
    named.findLast(
      item => item.record.environment === 'production' && inReach(item),
    ) ?? named.findLast(inReach);
  while (brought?.redeployOf && inReach(brought.redeployOf)) {
    brought = brought.redeployOf;
  }
  return brought;
}

function whyNotFound(claim: CauseClaim, deployments: DeploymentIndex): string {
  const other = claim.record && deployments.getOther(claim.record);
  if (other) {
    return `The ${describeDeployment(other)} that is named as the cause ${
      other.environment && other.environment !== 'production'
        ? `went to ${other.environment}, not to production`
        : 'was cancelled or never began'
    }.`;
  }
  const named = [
    claim.record && `record ${claim.record}`,
    ...claimFields.map(
      field => claim[field] && `${fieldWords[field]} ${claim[field]}`,
    ),
  ].filter(Boolean);
  if (named.length === 0) return 'A cause is claimed, but none is named.';
  return `The named cause, ${named.join(
    ', ',
  )}, is not among this service's deployments of the 90 days before.`;
}
