import { claimReach } from './claimReach';
import { IndexedDeployment } from './IndexedDeployment';
import { Question } from './Rung';

/** A deployment near enough in time to be the cause of an incident. */
export interface TemporalCandidate {
  deployment: IndexedDeployment;
  /** Start of impact less start of rollout, milliseconds. */
  lagMs: number;
  /** It brought what was already running, so it is no change. */
  redeploy: boolean;
  confidence: number;
}

/**
 * Of deployments that began at or before the impact and ended at most W before
 * it, how likely each is. Confidence is
 * `0.75 x (1 - 0.6 x lag / (duration + W)) / (1 + 0.25 x rivals)`, rounded to
 * two digits: nearness in time alone is never high, fades to the edge of the
 * window, and is shared with each rival. Duration is that of the rollout;
 * rivals are the other changes in the window. Without a window it is 0.15 and
 * shared likewise: nothing but the order in time speaks for it.
 */
export function temporalCandidates(
  near: readonly IndexedDeployment[],
  { at, incident, deployments }: Question,
): TemporalCandidate[] {
  const { windowMs } = deployments.profile;
  const earliest =
    windowMs === undefined ? -Infinity : at - Math.max(claimReach, windowMs);
  const candidates = near
    .filter(item => item.record.startedAt >= earliest)
    .map(deployment => ({
      deployment,
      lagMs: incident.startedAt - deployment.record.startedAt,
      redeploy:
        deployment.redeployOf !== undefined &&
        deployment.redeployOf.record.startedAt >= earliest,
    }));
  const changes = candidates.filter(item => !item.redeploy).length;
  return candidates.map(item => {
    const rivals = item.redeploy ? changes : changes - 1;
    const { record, chargeableUntil } = item.deployment;
    const reach = chargeableUntil - record.startedAt;
    const fade = reach > 0 ? (at - record.startedAt) / reach : 0;
    const alone = windowMs === undefined ? 0.15 : 0.75 * (1 - 0.6 * fade);
    const confidence = alone / (1 + 0.25 * rivals);
    return { ...item, confidence: Math.round(confidence * 100) / 100 };
  });
}
