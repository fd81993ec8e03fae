import { AlertRecord } from 'backstage-plugin-accountability-common';
import { MINUTE } from '../time';

/** An alert that is over sooner came and went: flapping. */
export const flapMs = 5 * MINUTE;

/**
 * Whether an alert was over in under five minutes; undefined while that cannot
 * be said, and for one without length, of which only the end was told.
 */
export function isFlapping(
  alert: AlertRecord,
  now: number,
): boolean | undefined {
  const { startedAt, endedAt } = alert;
  if (endedAt === undefined) {
    return now - startedAt >= flapMs ? false : undefined;
  }
  return endedAt > startedAt ? endedAt - startedAt < flapMs : undefined;
}
