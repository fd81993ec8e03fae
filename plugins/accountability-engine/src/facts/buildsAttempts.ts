import { BuildRecord } from 'backstage-plugin-accountability-common';
import { keyOf } from './buildsGrouped';
import { endOf } from './buildsUnits';

/**
 * Name of the run that a build is of, the same in all of its attempts; undefined
 * for a job that does not say. Attempts of a run are named after it, with their
 * number behind.
 */
export function runOf(build: BuildRecord): string | undefined {
  const { id, unit, run, attempt } = build;
  const name = run ?? (unit === 'job' ? undefined : id);
  const number = `:${attempt}`;
  return attempt !== undefined && name?.endsWith(number)
    ? name.slice(0, -number.length)
    : name;
}

/** What tells builds of one run apart: nothing for the run itself, names for its jobs. */
export function nameOf({ run, pipeline, title }: BuildRecord): string {
  return run === undefined ? keyOf(pipeline) : keyOf(pipeline, title);
}

/**
 * What attempts at one thing share: run, commit and, for jobs, name. Undefined
 * where one of them is unknown: then no attempt can be told from another thing.
 */
export function attemptKey(build: BuildRecord): string | undefined {
  const { sha, run, pipeline, title } = build;
  const of = runOf(build);
  const unnamed = run !== undefined && (pipeline ?? title) === undefined;
  return of === undefined || sha === undefined || unnamed
    ? undefined
    : keyOf(of, sha, run === undefined ? undefined : nameOf(build));
}

/**
 * Whether any of some attempts came after a given one: by number, or by time
 * where a number is unknown. Two jobs of one name in one attempt are no attempts
 * at each other.
 */
export function laterAmong(
  attempts: readonly BuildRecord[],
): (build: BuildRecord) => boolean {
  let highest = -Infinity;
  let numberedStart = -Infinity;
  let otherStart = -Infinity;
  for (const { attempt, startedAt } of attempts) {
    if (attempt === undefined) {
      otherStart = Math.max(otherStart, startedAt);
    } else {
      highest = Math.max(highest, attempt);
      numberedStart = Math.max(numberedStart, startedAt);
    }
  }
  return build => {
    const after = (start: number) =>
      start > build.startedAt && start >= endOf(build);
    return build.attempt === undefined
      ? after(Math.max(numberedStart, otherStart))
      : highest > build.attempt || after(otherStart);
  };
}
