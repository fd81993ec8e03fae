import { BuildRecord } from 'backstage-plugin-accountability-common';
import { buildsGrouped, keyOf } from './buildsGrouped';
import { endOf, isJudged, isRun } from './buildsUnits';
import { nameOf } from './buildsAttempts';

/** A time in which the default branch was broken. */
export interface Break {
  /** Runs that failed meanwhile, in the order of their start. */
  failed: BuildRecord[];
  /** The run that succeeded again. */
  mended: BuildRecord;
  /** From the end of the first failure until the end of the success, milliseconds. */
  took: number;
}

/** What the runs of the default branch tell of its breaking. */
export interface Breaks {
  mended: Break[];
  /** First failures of what is broken still. */
  open: BuildRecord[];
  /** First failures with no success before them: since when it was broken is unknown. */
  sinceUnknown: BuildRecord[];
}

/** When a build tells of the default branch: a run of it, at any attempt, that ended in success, failure or timeout. */
export function judgedOnMain(record: BuildRecord): number | undefined {
  return isRun(record) && isJudged(record) && record.defaultBranch === true
    ? endOf(record)
    : undefined;
}

/**
 * Breaks of the default branch, pipeline by pipeline; builds are in the order of
 * their start. Those of one subject that name no pipeline are of one.
 */
export function breaksOf(builds: readonly BuildRecord[]): Breaks {
  const breaks: Breaks = { mended: [], open: [], sinceUnknown: [] };
  const pipelines = buildsGrouped(builds, build =>
    keyOf(build.subject, nameOf(build)),
  );
  for (const runs of pipelines.values()) addBreaks(breaks, runs);
  return breaks;
}

function addBreaks(breaks: Breaks, runs: readonly BuildRecord[]) {
  let wasGreen = false;
  let failed: BuildRecord[] = [];
  for (const run of runs) {
    if (run.result !== 'success') {
      failed.push(run);
      continue;
    }
    if (failed.length > 0) {
      if (wasGreen) breaks.mended.push(mend(failed, run));
      else breaks.sinceUnknown.push(failed[0]);
    }
    wasGreen = true;
    failed = [];
  }
  if (failed.length === 0) return;
  if (wasGreen) breaks.open.push(failed[0]);
  else breaks.sinceUnknown.push(failed[0]);
}

/** A success begun later may end first: then it was mended before anybody saw it broken, which is no negative time. */
function mend(failed: BuildRecord[], mended: BuildRecord): Break {
  const took = Math.max(0, endOf(mended) - endOf(failed[0]));
  return { failed, mended, took };
}
