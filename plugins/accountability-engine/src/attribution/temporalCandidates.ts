import { IncidentRecord } from 'backstage-plugin-accountability-common';
import { claimReach } from './claimReach';
import { DeploymentIndex, IndexedDeployment } from './DeploymentIndex';

/** A deployment near enough in time to be the cause of an incident. */
export interface TemporalCandidate {
  deployment: IndexedDeployment;
  /** Start of impact less start of rollout, milliseconds. */
  lagMs: number;
  /** It brought what was already running, so it is no change and is never charged by time. */
  redeploy: boolean;
  confidence: number;
}

/**
 * Deployments of production whose rollout began at or before the impact and
 * ended at most W before it, latest begun first. Confidence is
 * `0.75 x (1 - 0.6 x lag / (duration + W)) / (1 + 0.25 x rivals)`, rounded to
 * two digits: nearness in time alone is never high, fades to the edge of the
 * window, and is shared with each rival. Duration is that of the rollout;
 * rivals are the other changes in the window.
 */
export function temporalCandidates(
  incident: IncidentRecord,
  deployments: DeploymentIndex,
): TemporalCandidate[] {
  const at = incident.startedAt;
  const earliest = at - claimReach;
  const near = deployments
    .chargeableAt(at)
    .filter(item => item.record.startedAt >= earliest)
    .map(deployment => ({
      deployment,
      lagMs: at - deployment.record.startedAt,
      redeploy:
        deployment.redeployOf !== undefined &&
        deployment.redeployOf.record.startedAt >= earliest,
    }));
  const changes = near.filter(item => !item.redeploy).length;
  return near.map(item => {
    const rivals = item.redeploy ? changes : changes - 1;
    const { record, chargeableUntil } = item.deployment;
    const reach = chargeableUntil - record.startedAt;
    const fade = reach > 0 ? item.lagMs / reach : 0;
    const confidence = (0.75 * (1 - 0.6 * fade)) / (1 + 0.25 * rivals);
    return { ...item, confidence: Math.round(confidence * 100) / 100 };
  });
}
