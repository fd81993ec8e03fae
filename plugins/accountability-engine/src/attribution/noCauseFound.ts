import { formatDuration, formatInstant } from '../time';
import { Rung } from './Rung';

/** The end of the ladder: no cause is known, and that is an answer. */
export const none: Rung = {
  method: 'none',
  ask(incident, deployments) {
    const at = incident.startedAt;
    const window = formatDuration(deployments.windowMs);
    const evidence = [
      `No production change of this service began before the impact of ${formatInstant(
        at,
      )} and ended at most ${window} before it.`,
    ];
    const unplaced = deployments.countUnplaced(at - deployments.windowMs, at);
    if (unplaced > 0) {
      evidence.push(
        `${unplaced} ${
          unplaced === 1 ? 'deployment' : 'deployments'
        } of that time name no environment; unknown is not production.`,
      );
    }
    return { confidence: 0, evidence };
  },
};
