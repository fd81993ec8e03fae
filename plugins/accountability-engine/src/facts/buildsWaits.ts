import { BuildRecord, FactPart } from 'backstage-plugin-accountability-common';
import { buildsGrouped, runnerOf } from './buildsGrouped';
import { leftOut } from './buildsLeftOut';
import { isJob } from './buildsUnits';
import { FactContext } from './defineFact';
import { onceFor } from './onceFor';
import { counted } from './wording';

/** A job and how long it waited for a runner, milliseconds. */
export interface Waited {
  job: BuildRecord;
  wait: number;
}

/** Some jobs that waited. */
export interface Waits {
  /** Milliseconds, shortest first. */
  lengths: readonly number[];
  /** Ids of the jobs, in the order in which they began. */
  records: string[];
}

/** How long jobs waited, and what cannot be told of others. */
export interface BuildsWaits extends Waits {
  waited: readonly Waited[];
  /** Runners in the order of their names. */
  byRunner: readonly (Waits & { runner: string })[];
  /** What was left out and why. */
  notes: string[];
}

/** When a build counts: it began and was not skipped. */
export function begunBuild(record: BuildRecord): number | undefined {
  const { state, result } = record;
  const begun = state === 'executing' || state === 'finished';
  return begun && result !== 'skip' ? record.startedAt : undefined;
}

/** Waits of the jobs begun in the window. `queuedAt` has waits for approval taken off; one that is unknown is no zero. */
export const buildsWaits = onceFor(
  ({ inWindow }: FactContext) => inWindow.build,
  ({ inWindow }): BuildsWaits => {
    const jobs = inWindow.build.filter(isJob);
    const waited: Waited[] = [];
    for (const job of jobs) {
      const wait = waitOf(job);
      if (wait !== undefined) waited.push({ job, wait });
    }
    const byRunner = [...buildsGrouped(waited, ({ job }) => runnerOf(job))]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([runner, own]) => ({ runner, ...toWaits(own) }));
    return {
      ...toWaits(waited),
      waited,
      byRunner,
      notes: notesOf(inWindow.build, { jobs, waited }),
    };
  },
);

function toWaits(waited: readonly Waited[]): Waits {
  // As numbers alone they are sorted many times faster than by a comparison.
  const lengths = new Float64Array(waited.map(({ wait }) => wait)).sort();
  return {
    lengths: Array.from(lengths),
    records: waited.map(({ job }) => job.id),
  };
}

function notesOf(
  builds: readonly BuildRecord[],
  { jobs, waited }: { jobs: readonly BuildRecord[]; waited: readonly Waited[] },
): string[] {
  const silent = jobs.filter(({ queuedAt }) => queuedAt === undefined);
  const runs = builds.length - jobs.length;
  const backward = jobs.length - waited.length - silent.length;
  return [
    ...leftOut(backward, 'job', [
      'began before it was queued',
      'began before they were queued',
    ]),
    ...leftOut(silent.length, 'job', [
      'does not say when it was queued',
      'do not say when they were queued',
    ]),
    ...(jobs.length === 0 && runs > 0
      ? [
          `${counted(
            runs,
            'run was',
            'runs were',
          )} told of and no job; let the source send its jobs`,
        ]
      : []),
  ];
}

/** Undefined where it is unknown, or where clocks disagree so far that it would be negative. */
function waitOf({ queuedAt, startedAt }: BuildRecord): number | undefined {
  return queuedAt === undefined || queuedAt > startedAt
    ? undefined
    : startedAt - queuedAt;
}

/** One part a runner, of those with jobs enough; runners in the order of their names. */
export function waitParts(
  { byRunner }: BuildsWaits,
  minimum: number,
  measure: (lengths: readonly number[]) => number | undefined,
): FactPart[] {
  return byRunner
    .filter(({ records }) => records.length >= minimum)
    .flatMap(({ runner, lengths, records }) => {
      const value = measure(lengths);
      return value === undefined ? [] : [{ key: runner, value, records }];
    });
}
