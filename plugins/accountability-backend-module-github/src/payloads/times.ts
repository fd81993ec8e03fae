import { readInstant } from 'backstage-plugin-accountability-node';
import { z } from 'zod';

const written = z.union([z.string(), z.number()]);

/** When something happened, as ISO 8601 in UTC; a payload without it is refused. */
export const time = written
  .transform(given => readInstant(given))
  .pipe(z.string({ error: 'is no time that can be read' }));

/** The same where GitHub may not say it. */
export const optionalTime = written
  .nullish()
  .transform(given => readInstant(given))
  .catch(undefined);

/** A time that only some payloads of a type must have. */
export function requireTime(given: string | undefined): string {
  return z.string({ error: 'it does not say when' }).parse(given);
}
