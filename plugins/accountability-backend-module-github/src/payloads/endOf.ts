import { RunResult } from 'backstage-plugin-accountability-common';

/** How a run, a job or a check ended; `waiting` where GitHub calls it ended and it is not. */
export type End =
  | { state: 'finished'; result?: RunResult }
  | { state: 'waiting' };

/**
 * GitHub's conclusions. `stale`: GitHub gave up after two weeks without an
 * end. `startup_failure`: no job ever began. `action_required`: somebody must
 * approve it first, and then it goes on. `neutral`, and what is still unknown,
 * is neither success nor failure: an end without a result.
 */
const ends = new Map<string, End>([
  ['success', { state: 'finished', result: 'success' }],
  ['failure', { state: 'finished', result: 'failure' }],
  ['timed_out', { state: 'finished', result: 'timeout' }],
  ['cancelled', { state: 'finished', result: 'cancellation' }],
  ['skipped', { state: 'finished', result: 'skip' }],
  ['startup_failure', { state: 'finished', result: 'error' }],
  ['stale', { state: 'finished', result: 'error' }],
  ['action_required', { state: 'waiting' }],
]);

/** What a conclusion says. */
export function endOf(conclusion: string | null | undefined): End {
  return ends.get(conclusion ?? '') ?? { state: 'finished' };
}
