import {
  FindingRecord,
  RecordEvent,
} from 'backstage-plugin-accountability-common';

/**
 * Ends an open finding that a report of its series no longer names: it is
 * fixed as of the first report after the last that named it. `reportsAt` are
 * the times of all reports of the series, any order.
 */
export function closeUnnamed(
  finding: FindingRecord,
  events: readonly RecordEvent[],
  reportsAt: readonly number[],
): FindingRecord {
  if (finding.state !== 'open') return finding;
  const named = events.filter(({ state }) => state === 'open');
  const lastNamedAt = Math.max(...named.map(({ at }) => at));
  const later = reportsAt.filter(at => at > lastNamedAt);
  if (later.length === 0) return finding;
  return { ...finding, state: 'fixed', endedAt: Math.min(...later) };
}
