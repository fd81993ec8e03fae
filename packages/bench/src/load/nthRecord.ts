import { ServiceRecord } from 'backstage-plugin-accountability-common';

/** Milliseconds. */
export const MINUTE = 60_000;
/** Milliseconds. */
export const HOUR = 60 * MINUTE;
/** Milliseconds. */
export const DAY = 24 * HOUR;

/** The service and the instant at which its records are the newest. */
export interface Busy {
  subject: string;
  now: number;
}

/** The `nth` of `count` records of a kind. */
export interface Nth extends Busy {
  n: number;
  count: number;
}

/** A number below `limit`, spread over all of them as `n` goes on; `salt` keeps what is told of one record apart. */
export function drawn(n: number, limit: number, salt: number): number {
  const mixed = Math.imul(n + salt * 40_503, 0x9e3779b1);
  return ((mixed ^ (mixed >>> 15)) >>> 0) % limit;
}

/** Whether a record is among so many of a hundred. */
export function isOf(percent: number, n: number, salt: number): boolean {
  return drawn(n, 100, salt) < percent;
}

/** When it began: evenly over the days before `now`, the newest an hour old. */
export function begun({ now, n, count }: Nth, days: number): number {
  return now - HOUR - Math.floor(((count - n) / count) * (days * DAY - HOUR));
}

/** A commit by its number. */
export function commitOf(n: number): string {
  return drawn(n, 2 ** 32, 1)
    .toString(16)
    .padStart(8, '0')
    .repeat(5);
}

/** What records of all kinds have. */
export function base<K extends ServiceRecord['kind']>(
  kind: K,
  { subject, n }: Nth,
  startedAt: number,
) {
  return { kind, id: `bench:${kind}:${n}`, subject, startedAt };
}
