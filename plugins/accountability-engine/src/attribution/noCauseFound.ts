import { formatDuration, formatInstant } from '../time';
import { Question } from './Rung';

/** The end of the ladder as evidence: no cause is known, and that is an answer. */
export function noCauseFound({ at, deployments }: Question): string[] {
  const { windowMs } = deployments.profile;
  const ended =
    windowMs === undefined
      ? ''
      : ` and ended at most ${formatDuration(windowMs)} before it`;
  const evidence = [
    `No production change of this service began before the impact of ${formatInstant(
      at,
    )}${ended}.`,
  ];
  const unplaced = deployments.countUnplaced(at - (windowMs ?? at), at);
  if (unplaced > 0) {
    evidence.push(
      `${unplaced} ${
        unplaced === 1 ? 'deployment' : 'deployments'
      } of that time name no environment; unknown is not production.`,
    );
  }
  return evidence;
}
