import { DAY, MINUTE } from './durations';

const spreadMs = 30 * MINUTE;

/**
 * The next turn of the UTC day for one service, at which its daily snapshot is
 * due. Services turn over the first half hour, each at its own fixed instant,
 * so that midnight does not make all of them due at once.
 */
export function nextDailyTurn(now: number, entityRef: string): number {
  const offset = hash(entityRef) % spreadMs;
  return (Math.floor((now - offset) / DAY) + 1) * DAY + offset;
}

/** FNV-1a, 32 bits: spreads evenly and is the same everywhere. */
function hash(text: string): number {
  let sum = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    sum = Math.imul(sum ^ text.charCodeAt(i), 0x01000193);
  }
  return sum >>> 0;
}
