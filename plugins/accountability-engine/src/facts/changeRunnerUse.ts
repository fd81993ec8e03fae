import { ChangeRecord } from 'backstage-plugin-accountability-common';
import { byCommit } from '../delivery';
import { DAY } from '../time';
import { busyMs, endedBuild } from './buildsMinutes';
import { FactContext } from './defineFact';
import { mergedToMain } from './mergedToMain';
import { onceFor } from './onceFor';

/** Jobs of a change end so long before its merge at most; what ran on its last commit earlier is not looked at, so that the answer does not hang on how much is loaded. */
const before = 6 * DAY;

/** And so long after it; later ones are of schedules. */
const after = DAY;

/** From when on the time of runners that a change took is told: a day after its merge, when its jobs have ended. */
export function useSettlesAt(change: ChangeRecord): number | undefined {
  const at = mergedToMain(change);
  return at === undefined ? undefined : at + after;
}

const timedJobs = onceFor(
  (builds: FactContext['records']['build']) => builds,
  builds =>
    byCommit(
      builds.flatMap(build => {
        const ms = busyMs(build);
        const endedAt = endedBuild(build);
        return ms === undefined || endedAt === undefined
          ? []
          : [{ sha: build.sha, ms, endedAt }];
      }),
    ),
);

/** How long the jobs of a change kept runners, milliseconds; undefined where none is known to be its own. */
export function runnerUseOf({
  records,
}: Pick<FactContext, 'records'>): (change: ChangeRecord) => number | undefined {
  const jobsOf = timedJobs(records.build);
  return change => {
    const at = mergedToMain(change);
    if (at === undefined) return undefined;
    const jobs = jobsOf([change.sha, change.headSha]).filter(
      ({ endedAt }) => endedAt >= at - before && endedAt <= at + after,
    );
    return jobs.length === 0
      ? undefined
      : jobs.reduce((sum, { ms }) => sum + ms, 0);
  };
}
