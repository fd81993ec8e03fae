import {
  CauseClaim,
  DeploymentRecord,
} from 'backstage-plugin-accountability-common';
import { claimReach } from './claimReach';
import { clockSkew } from './clockSkew';
import { claimFields, DeploymentIndex } from './DeploymentIndex';
import { describeDeployment } from './describeDeployment';
import { IndexedDeployment } from './IndexedDeployment';
import { Question } from './Rung';

/** The deployment that a claim names, or a sentence on why it names none. */
export type Claimed =
  | { status: 'found'; cause: IndexedDeployment; by: string }
  | {
      status: 'not-found';
      because: string;
      /** What is named, where it is not among the deployments of the service. */
      named?: CauseClaim;
    };

const fieldWords = {
  sha: 'commit',
  artifact: 'artifact',
  version: 'version',
} as const;

/**
 * Finds what a claim names among the deployments of the service. A record id is
 * taken at its word; a commit, artifact or version means the deployment that
 * brought it before the impact, not a later one of the same, and only failing
 * that one that began so little later that clocks may differ.
 */
export function findClaimed(claim: CauseClaim, question: Question): Claimed {
  const { deployments } = question;
  const byRecord = claim.record && deployments.get(claim.record);
  if (byRecord && couldPrecede(byRecord.record, question)) {
    return { status: 'found', cause: byRecord, by: 'its record' };
  }
  for (const field of claimFields) {
    const value = claim[field];
    const named = value ? deployments.named(field, value) : [];
    const brought = lastBefore(named, question);
    if (brought) {
      const by = `${fieldWords[field]} ${value}`;
      return { status: 'found', cause: brought, by };
    }
  }
  return { status: 'not-found', ...whyNotFound(claim, deployments) };
}

// Clocks and hands are late: a cause may begin after the noted start, but never after the end.
function couldPrecede(
  { startedAt }: DeploymentRecord,
  { at, until }: Question,
): boolean {
  return startedAt >= at - claimReach && startedAt <= Math.max(at, until);
}

function lastBefore(
  named: IndexedDeployment[],
  { at }: Question,
): IndexedDeployment | undefined {
  const inReach = ({ record }: IndexedDeployment) =>
    record.startedAt >= at - claimReach && record.startedAt <= at;
  const justAfter = ({ record }: IndexedDeployment) =>
    record.startedAt > at && record.startedAt <= at + clockSkew;
  const inProduction = named.filter(
    ({ record }) => record.environment === 'production',
  );
  // A deployment known to be in production outranks one whose environment is unknown.
  let brought =
    inProduction.findLast(inReach) ??
    named.findLast(inReach) ??
    inProduction.find(justAfter) ??
    named.find(justAfter);
  const notTooOld = (item?: IndexedDeployment) =>
    item !== undefined && item.record.startedAt >= at - claimReach;
  while (notTooOld(brought?.redeployOf)) brought = brought?.redeployOf;
  return brought;
}

/** What is named may be of a service that a reader of this one may not see, so that no sentence quotes it. */
function whyNotFound(
  claim: CauseClaim,
  deployments: DeploymentIndex,
): { because: string; named?: CauseClaim } {
  const other = claim.record && deployments.getOther(claim.record);
  if (other) {
    const why =
      other.environment && other.environment !== 'production'
        ? `went to ${other.environment}, not to production`
        : 'was cancelled or never began';
    const what = describeDeployment(other);
    return { because: `The ${what} that is named as the cause ${why}.` };
  }
  const fields = ['record', ...claimFields] as const;
  if (!fields.some(field => claim[field])) {
    return { because: 'A cause is claimed, but none is named.' };
  }
  return {
    because:
      "The named cause is not among this service's deployments of the 90 days before.",
    named: claim,
  };
}
