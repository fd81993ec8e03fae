import { formatDuration } from '../time';
import { describeDeployment } from './describeDeployment';
import { Rung } from './Rung';
import { temporalCandidates } from './temporalCandidates';

/** The latest change whose rollout began before the impact and ended at most W before it. */
export const temporal: Rung = {
  method: 'temporal',
  ask(incident, deployments) {
    const near = temporalCandidates(incident, deployments);
    const chosen = near.find(candidate => !candidate.redeploy);
    const window = formatDuration(deployments.windowMs);
    if (chosen) {
      const changes = near.filter(candidate => !candidate.redeploy).length;
      return {
        cause: chosen.deployment.record,
        confidence: chosen.confidence,
        evidence: [
          changes === 1
            ? `It is the only production change that began before the impact and ended at most ${window} before it.`
            : `It is the latest begun of ${changes} production changes that began before the impact and ended at most ${window} before it.`,
        ],
      };
    }
    const evidence = near.map(
      ({ deployment }) =>
        `The ${describeDeployment(
          deployment.record,
        )} before it brought what was already running, so it is no change.`,
    );
    return { confidence: 0, evidence: evidence.slice(0, 1) };
  },
};
