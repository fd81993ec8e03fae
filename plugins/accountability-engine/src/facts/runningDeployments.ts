import { DeploymentRecord } from 'backstage-plugin-accountability-common';
import { DAY, earliest } from '../time';
import { FactContext } from './defineFact';
import { finishedIn, gotThrough } from './finishedDeployments';

/** So far back it is known what was deployed last, in days; a bound, so that the answer does not depend on how much history happens to be loaded. Facts that ask look so far back: `also: ['deployment']`, `lateDays: runningDays`. */
export const runningDays = 180;

const memory = runningDays * DAY;

/** A deployment that got through, and when. */
export interface Through {
  deployment: DeploymentRecord;
  /** Epoch milliseconds. */
  at: number;
}

/** What got through in the environment in the last 180 days, the latest to finish first. */
export function runningDeployments(context: FactContext): Through[] {
  const { now } = context;
  return finished(context)
    .filter(({ at }) => at <= now && at >= now - memory)
    .sort(
      (a, b) => b.at - a.at || (a.deployment.id < b.deployment.id ? 1 : -1),
    );
}

/** When time alone ends one of them or makes one too old to be known. */
export function nextRunningChange(context: FactContext): number | undefined {
  const { now } = context;
  return finished(context).reduce<number | undefined>((next, { at }) => {
    if (at > now) return earliest(next, at);
    return at >= now - memory ? earliest(next, at + memory + 1) : next;
  }, undefined);
}

function finished({ records, environment }: FactContext): Through[] {
  return records.deployment.filter(gotThrough).flatMap(deployment => {
    const at = finishedIn(deployment, environment);
    return at === undefined ? [] : [{ deployment, at }];
  });
}
