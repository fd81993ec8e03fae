import {
  BuildRecord,
  RecordEvent,
} from 'backstage-plugin-accountability-common';
import { firstAt } from './firstAt';
import { foldBase } from './foldBase';
import { foldRun } from './foldRun';
import { lastGiven } from './lastGiven';

/**
 * Folds a build. One that finished and was never seen executing has no
 * `queuedAt`: its wait is unknown, and unknown is not zero.
 */
export function foldBuild(
  events: readonly Extract<RecordEvent, { kind: 'build' }>[],
): BuildRecord {
  const run = foldRun(events);
  const waitKnown =
    run.state !== 'finished' ||
    firstAt(events, 'executing', run.endedAt) !== undefined;
  return {
    kind: 'build',
    ...foldBase(events),
    ...run,
    queuedAt: waitKnown ? firstAt(events, 'pending', run.startedAt) : undefined,
    pipeline: lastGiven(events, 'pipeline'),
    sha: lastGiven(events, 'sha'),
    branch: lastGiven(events, 'branch'),
    defaultBranch: lastGiven(events, 'defaultBranch'),
    attempt: lastGiven(events, 'attempt'),
  };
}
