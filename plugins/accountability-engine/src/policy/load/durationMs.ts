import { Duration } from 'luxon';
import { z } from 'zod';

/** Weeks to seconds: months and years have no length of their own. */
const PLAIN = /^P(?=\d|T\d)(\d+W)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+S)?)?$/;
const MAX_DAYS = 3660;

/** An ISO 8601 duration, such as `P2D` or `PT12H`; to milliseconds. */
export const durationMs = z.string().transform((value, context) => {
  const read = Duration.fromISO(value);
  const days = PLAIN.test(value) && read.isValid ? read.as('days') : 0;
  if (days > 0 && days <= MAX_DAYS) return read.toMillis();
  context.addIssue({
    code: 'custom',
    message: 'write a duration (P2D for two days, PT12H for twelve hours)',
  });
  return z.NEVER;
});
