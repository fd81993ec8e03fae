import { BuildRecord } from 'backstage-plugin-accountability-common';
import { attemptKey, laterAmong } from './buildsAttempts';
import { buildsGrouped } from './buildsGrouped';
import { busyMs } from './buildsMinutes';
import { isJob } from './buildsUnits';

/** Jobs whose time is known, and which of it was waste. */
export interface BuildsWaste {
  /** Jobs whose run, name and commit are known. */
  jobs: BuildRecord[];
  wasted: BuildRecord[];
  /** Number of jobs that say how long they took, and not which attempt they are. */
  nameless: number;
  /** `cancelled` or `run again`; undefined where its time is no waste. */
  reasonOf(job: BuildRecord): string | undefined;
}

/** What of the time of some builds that ended went into jobs that were cancelled, or followed by a later attempt within the same run and commit. */
export function buildsWaste(ended: readonly BuildRecord[]): BuildsWaste {
  const attempts = [...buildsGrouped(ended.filter(isJob), attemptKey).values()];
  const jobs = attempts.flat().filter(each => busyMs(each) !== undefined);
  const measured = ended.filter(each => busyMs(each) !== undefined);
  const superseded = new Set(
    attempts
      .filter(of => of.length > 1)
      .flatMap(of => of.filter(laterAmong(of))),
  );
  const reasonOf = (build: BuildRecord) => {
    if (build.result === 'cancellation') return 'cancelled';
    return superseded.has(build) ? 'run again' : undefined;
  };
  return {
    jobs,
    wasted: jobs.filter(each => reasonOf(each) !== undefined),
    nameless: measured.length - jobs.length,
    reasonOf,
  };
}
