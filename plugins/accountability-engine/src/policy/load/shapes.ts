import {
  checkModes,
  countedAs,
  severities,
} from 'backstage-plugin-accountability-common';
import { DateTime } from 'luxon';
import { z } from 'zod';

/** The version of the format that is written here. */
export const apiVersion = 'accountability.io/v1alpha1';

export const mode = z.enum(checkModes);
export const severity = z.enum(severities);
export const counted = z.enum(countedAs);
export const text = z.string().trim().min(1).max(1000);

/** Lower-case words joined by `-`. */
export const name = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'write it in lower-case words joined by -')
  .max(63);

const DAY = /^\d{4}-\d\d-\d\d$/;
const ZONED = /^\d{4}-\d\d-\d\dT\d\d:\d\d.*(Z|[+-]\d\d:\d\d)$/;

/** A day, which begins in UTC, or an instant with its zone; to epoch milliseconds. */
export const instant = z.string().transform((value, context) => {
  const read = DateTime.fromISO(value, { zone: 'utc' });
  if (read.isValid && (DAY.test(value) || ZONED.test(value))) {
    return read.toMillis();
  }
  context.addIssue({
    code: 'custom',
    message:
      'write a day (2027-01-15) or an instant with its zone (2027-01-15T09:00:00+01:00)',
  });
  return z.NEVER;
});

/** Entity ref of a group, in lower case. */
export const groupRef = z
  .string()
  .regex(
    /^group:[\w.-]+\/[\w.-]+$/i,
    'write the group in full (group:default/platform)',
  )
  .max(200)
  .toLowerCase();

/** `metadata` of every document. */
export const metadata = z.strictObject({
  name,
  title: text,
  description: text.optional(),
});

/** What another engine is asked. */
export const ask = z.strictObject({
  path: text,
  facts: z.array(z.string()).max(100).default([]),
});
