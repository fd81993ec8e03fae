import {
  BuildRecord,
  RecordEvent,
} from 'backstage-plugin-accountability-common';
import { firstAt } from './firstAt';
import { foldBase } from './foldBase';
import { foldRun } from './foldRun';
import { lastGiven } from './lastGiven';

type BuildEvent = Extract<RecordEvent, { kind: 'build' }>;

/**
 * Folds a build. One that finished and was never seen executing has no
 * `queuedAt`: its wait is unknown, and unknown is not zero.
 */
export function foldBuild(events: readonly BuildEvent[]): BuildRecord {
  const run = foldRun(events);
  const waitKnown =
    run.state !== 'finished' ||
    firstAt(events, 'executing', run.endedAt) !== undefined;
  const queuedAt = queuedAtOf(events, run.startedAt);
  const awaitsApproval =
    run.state === 'pending' &&
    queuedAt === undefined &&
    firstAt(events, 'waiting') !== undefined;
  return {
    kind: 'build',
    ...foldBase(events),
    ...run,
    state: awaitsApproval ? 'waiting' : run.state,
    queuedAt: waitKnown ? queuedAt : undefined,
    unit: lastGiven(events, 'unit'),
    run: lastGiven(events, 'run'),
    runner: lastGiven(events, 'runner'),
    pipeline: lastGiven(events, 'pipeline'),
    sha: lastGiven(events, 'sha'),
    branch: lastGiven(events, 'branch'),
    defaultBranch: lastGiven(events, 'defaultBranch'),
    attempt: lastGiven(events, 'attempt'),
  };
}

/**
 * When it began to wait for a runner: since it was asked for, or, where it
 * waited for an approval, since it was asked for again later than that.
 * GitHub puts the time of the first asking on all of them; then it is unknown.
 */
function queuedAtOf(
  events: readonly BuildEvent[],
  startedAt: number,
): number | undefined {
  const waits = events.filter(({ state }) => state === 'waiting');
  const approvalAt = waits[waits.length - 1]?.at ?? -Infinity;
  const after = events.filter(({ at }) => at > approvalAt);
  return firstAt(after, 'pending', startedAt);
}
