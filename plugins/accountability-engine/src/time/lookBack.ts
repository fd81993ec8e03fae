import { DAY } from './durations';

/** A window of time: from inclusive, to exclusive, epoch milliseconds. */
export interface Window {
  from: number;
  to: number;
}

/** The window of so many days that ends at `now`. */
export function lookBack(now: number, days: number): Window {
  return { from: now - days * DAY, to: now };
}
