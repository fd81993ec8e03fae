import { formatDuration, formatInstant } from '../time';
import { Question } from './Rung';

const whose = {
  service: 'this service',
  system: 'this service or of its system',
  project: 'this service or of its project',
  'project-or-system': 'this service or of its project or system',
  owner: 'this service or of others of its owner',
} as const;

const did = { started: 'began', finished: 'finished' } as const;

/** The end of the ladder as evidence: no cause is known, and that is an answer. */
export function noCauseFound({ at, deployments }: Question): string[] {
  const { windowMs, scope, anchor } = deployments.profile;
  const ended =
    windowMs === undefined
      ? ''
      : ` and ended at most ${formatDuration(windowMs)} before it`;
  const evidence = [
    `No production change of ${whose[scope]} ${
      did[anchor]
    } before the impact of ${formatInstant(at)}${ended}.`,
  ];
  const unplaced = deployments.countUnplaced(at - (windowMs ?? at), at);
  if (unplaced > 0) {
    const count = unplaced === 1 ? '1 deployment' : `${unplaced} deployments`;
    const names = unplaced === 1 ? 'names' : 'name';
    evidence.push(
      `${count} of that time ${names} no environment; unknown is not production.`,
    );
  }
  return evidence;
}
