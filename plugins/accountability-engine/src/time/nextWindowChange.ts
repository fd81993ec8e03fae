import { earliest } from './earliest';
import { Window } from './lookBack';

/**
 * The first instant after the end of a sliding window at which one of `instants`
 * enters or leaves it; undefined where time alone moves none of them.
 */
export function nextWindowChange(
  window: Window,
  instants: Iterable<number>,
): number | undefined {
  const length = window.to - window.from;
  let next: number | undefined;
  for (const at of instants) {
    // From is inclusive and to is exclusive: both moves happen one millisecond late.
    if (at >= window.to) next = earliest(next, at + 1);
    else if (at >= window.from) next = earliest(next, at + length + 1);
  }
  return next;
}
