import { earliest } from '../time';

/** Whether an end has come: one that lies ahead, by a clock that goes before ours, has not. */
export function hasEnded(
  endedAt: number | undefined,
  now: number,
): endedAt is number {
  return endedAt !== undefined && endedAt <= now;
}

/** The first of those ends that lie ahead. */
export function nextEnd(
  now: number,
  ends: readonly (number | undefined)[],
): number | undefined {
  return ends
    .filter(endedAt => !hasEnded(endedAt, now))
    .reduce<number | undefined>(earliest, undefined);
}
