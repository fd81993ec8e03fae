import { MINUTE } from '../time';
import { FactContext } from './defineFact';
import { onceFor } from './onceFor';

/** An alert of one title within so long after the end of another tells the same again. */
const soonMs = 5 * MINUTE;

/**
 * Alerts begun in the window that tell again what another of the same title
 * tells, while that one goes on or within five minutes after; by record id,
 * each with the last end of those before it. Alerts that ended before the
 * window are not looked at, since they need not be loaded.
 */
export const alertDuplicates = onceFor(
  ({ inWindow }: FactContext) => inWindow.alert,
  findDuplicates,
);

function findDuplicates({
  window,
  records,
  inWindow,
}: FactContext): ReadonlyMap<string, number> {
  const counted = new Set(inWindow.alert.map(({ id }) => id));
  const lastEnds = new Map<string, number>();
  const duplicates = new Map<string, number>();
  for (const { id, title, startedAt, endedAt = Infinity } of records.alert) {
    if (title === undefined || endedAt < window.from) continue;
    const lastEnd = lastEnds.get(title) ?? -Infinity;
    if (counted.has(id) && startedAt <= lastEnd + soonMs) {
      duplicates.set(id, lastEnd);
    }
    lastEnds.set(title, Math.max(lastEnd, endedAt));
  }
  return duplicates;
}
