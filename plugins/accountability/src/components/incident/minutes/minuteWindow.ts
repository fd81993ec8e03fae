import { IncidentResponse } from 'backstage-plugin-accountability-common';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** How far before and after an incident its records may stand and still be drawn in their place. */
const REACH = { before: 2 * HOUR, after: HOUR };

/** The time a chart shows: the incident, what began in the two hours before it and what ended in the hour after, no wider than that. */
export function minuteWindow(
  data: IncidentResponse,
  now: number,
): { from: number; to: number } {
  const { incident, records } = data;
  const { startedAt } = incident;
  const end = Math.max(startedAt + MINUTE, incident.endedAt ?? now);
  const span = end - startedAt;
  const begins = records
    .filter(({ kind }) => kind === 'deployment' || kind === 'alert')
    .map(record => record.startedAt)
    .filter(at => at >= startedAt - REACH.before && at < startedAt);
  const ends = records
    .filter(record => record.startedAt <= end + REACH.after)
    .map(record => record.endedAt ?? record.startedAt)
    .filter(at => at > end && at <= end + REACH.after);
  const least = Math.min(REACH.before, Math.max(15 * MINUTE, span / 4));
  const first = Math.min(startedAt - least, ...begins);
  const last = Math.max(end, ...ends);
  const edge = (last - first) * 0.04;
  return { from: first - edge, to: last + edge };
}
