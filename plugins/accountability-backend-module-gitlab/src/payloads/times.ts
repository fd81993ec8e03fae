import { readInstant } from 'backstage-plugin-accountability-node';
import { z } from 'zod';

const NO_TIME = 'is no time with a zone';

const written = z.union([z.string(), z.number()], { error: NO_TIME });

/** When something happened, as ISO 8601 in UTC; a payload without it, or without its zone, is refused. */
export const time = written
  .transform(given => readInstant(given))
  .pipe(z.string({ error: NO_TIME }));

/** The same where GitLab may not say it. */
export const optionalTime = written
  .nullish()
  .transform(given => readInstant(given))
  .catch(undefined);

/** A time that only some payloads of a type must have. */
export function requireTime(given: string | undefined): string {
  return z.string({ error: 'it does not say when' }).parse(given);
}

/** A time so many seconds later than another; earlier where they are below zero. */
export function shiftTime(at: string, seconds: number): string {
  return new Date(Date.parse(at) + Math.round(seconds * 1000)).toISOString();
}
