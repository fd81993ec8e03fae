const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** As Tech Insights does where no cadence is given. */
const USUAL_MS = DAY_MS;

/**
 * How often a cron expression of five fields fires, in milliseconds, as far as
 * it has one interval: every so many minutes or hours, once an hour, a day or a
 * week. A day for any other.
 */
export function everyOf(cadence: string | undefined): number {
  const fields = cadence?.trim().split(/\s+/) ?? [];
  if (fields.length !== 5) return USUAL_MS;
  const [minute, hour, day, month, weekday] = fields;
  if (month !== '*' || day !== '*') return USUAL_MS;
  if (weekday !== '*') return /^\w+$/.test(weekday) ? 7 * DAY_MS : USUAL_MS;
  const step = (field: string) => /^\*\/(\d+)$/.exec(field)?.[1];
  if (hour === '*') {
    if (minute === '*') return MINUTE_MS;
    return step(minute) ? Number(step(minute)) * MINUTE_MS : HOUR_MS;
  }
  return step(hour) ? Number(step(hour)) * HOUR_MS : USUAL_MS;
}
