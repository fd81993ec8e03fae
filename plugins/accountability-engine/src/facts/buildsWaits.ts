import { BuildRecord, FactPart } from 'backstage-plugin-accountability-common';
import { buildsGrouped, runnerOf } from './buildsGrouped';
import { leftOut } from './buildsLeftOut';
import { isJob } from './buildsUnits';
import { FactContext } from './defineFact';
import { counted } from './wording';

/** A job and how long it waited for a runner, milliseconds. */
export interface Waited {
  job: BuildRecord;
  wait: number;
}

/** How long jobs waited, and what cannot be told of others. */
export interface BuildsWaits {
  waited: Waited[];
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
export function buildsWaits({ inWindow }: FactContext): BuildsWaits {
  const jobs = inWindow.build.filter(isJob);
  const waited = jobs.flatMap(job => {
    const wait = waitOf(job);
    return wait === undefined ? [] : [{ job, wait }];
  });
  const silent = jobs.filter(({ queuedAt }) => queuedAt === undefined);
  const runs = inWindow.build.length - jobs.length;
  const backward = jobs.length - waited.length - silent.length;
  return {
    waited,
    notes: [
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
    ],
  };
}

/** Undefined where it is unknown, or where clocks disagree so far that it would be negative. */
function waitOf({ queuedAt, startedAt }: BuildRecord): number | undefined {
  return queuedAt === undefined || queuedAt > startedAt
    ? undefined
    : startedAt - queuedAt;
}

/** One part a runner, of those with jobs enough; runners in the order of their names. */
export function waitParts(
  waited: readonly Waited[],
  minimum: number,
  measure: (waits: number[]) => number | undefined,
): FactPart[] {
  return [...buildsGrouped(waited, ({ job }) => runnerOf(job))]
    .filter(([, own]) => own.length >= minimum)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([key, own]) => {
      const value = measure(own.map(({ wait }) => wait));
      const records = own.map(({ job }) => job.id);
      return value === undefined ? [] : [{ key, value, records }];
    });
}
