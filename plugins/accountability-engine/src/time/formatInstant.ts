import { formatDay } from './formatDay';

/** An instant to the second: `23 Nov 2026, 12:00:00 UTC`. */
export function formatInstant(at: number): string {
  const clock = new Date(at).toISOString().slice(11, 19);
  return `${formatDay(at)}, ${clock} UTC`;
}
