import { RunResult } from 'backstage-plugin-accountability-common';
import { firstAt } from './firstAt';

interface RunEvent {
  at: number;
  state: string;
  result?: RunResult;
}

/** Times, state and result of what runs once: a deployment or a build. */
export interface Run {
  state: 'pending' | 'executing' | 'finished';
  startedAt: number;
  endedAt?: number;
  result?: RunResult;
}

/**
 * Folds the run out of sorted events. It began when first executing, else
 * with its first event; it ended with its first success, else when first
 * finished; it ended the way the last `finished` says.
 */
export function foldRun(events: readonly RunEvent[]): Run {
  const finished = events.filter(event => event.state === 'finished');
  const succeeded = finished.find(event => event.result === 'success');
  const endedAt = (succeeded ?? finished[0])?.at;
  const executingAt = firstAt(events, 'executing');
  return {
    state: stateOf(endedAt, executingAt),
    startedAt: firstAt(events, 'executing', endedAt) ?? events[0].at,
    endedAt,
    result: finished[finished.length - 1]?.result,
  };
}

function stateOf(endedAt?: number, executingAt?: number): Run['state'] {
  if (endedAt !== undefined) return 'finished';
  return executingAt === undefined ? 'pending' : 'executing';
}
