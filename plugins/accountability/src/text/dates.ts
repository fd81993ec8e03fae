import { DateTime } from 'luxon';
import { duration, printQuantity } from './numbers';

const format = (at: number, pattern: string, zone = 'utc') =>
  DateTime.fromMillis(at, { zone }).toFormat(pattern, { locale: 'en' });

/** UTC day of an instant, `2026-10-09`, as days of facts are named. */
export function dayOf(at: number): string {
  return format(at, 'yyyy-LL-dd');
}

/** `9 Oct 2026`, UTC. */
export function formatDate(at: number): string {
  return format(at, 'd\u00a0LLL\u00a0yyyy');
}

/** `9 Oct`, in the zone of the chart. */
export function formatDay(at: number, zone?: string): string {
  return format(at, 'd\u00a0LLL', zone);
}

/** `9 Oct 2026, 12:00 UTC`. */
export function formatInstant(at: number): string {
  return `${format(at, 'd\u00a0LLL\u00a0yyyy, HH:mm')}\u00a0UTC`;
}

/** `09:17`, UTC; for charts that say their zone once. */
export function formatTime(at: number): string {
  return format(at, 'HH:mm');
}

/** `09:58` on the day of another instant, else `2 Oct 2026, 09:58`; UTC. */
export function formatNear(at: number, other: number): string {
  return dayOf(at) === dayOf(other)
    ? formatTime(at)
    : format(at, 'd\u00a0LLL\u00a0yyyy, HH:mm');
}

/** Milliseconds as one quantity: `44 min`, `21 d`. */
export function formatSpan(ms: number): string {
  return printQuantity(duration(Math.round(ms / 1000)));
}

/** An instant as an `input type=datetime-local` wants it, UTC. */
export function toInputValue(at: number): string {
  return format(at, "yyyy-MM-dd'T'HH:mm");
}

/** Reads such an input as UTC; absent where it names no time. */
export function fromInputValue(text: string): number | undefined {
  const read = DateTime.fromISO(text, { zone: 'utc' });
  return read.isValid ? read.toMillis() : undefined;
}
