import { InputError } from '@backstage/errors';
import { instant } from 'backstage-plugin-accountability-common';

/** An instant of a query in epoch milliseconds; throws 400 for anything but ISO 8601 with a zone. */
export function parseInstant(name: string, text: string): number {
  const parsed = instant.safeParse(text);
  if (!parsed.success) {
    throw new InputError(
      `${name}=${text} ${parsed.error.issues[0].message}; mind that + is written %2B in a query`,
    );
  }
  return parsed.data;
}

/** Like `parseInstant`, and throws 400 for an instant that is yet to come. */
export function parsePastInstant(
  name: string,
  text: string,
  now: number,
): number {
  const at = parseInstant(name, text);
  if (at > now) {
    throw new InputError(
      `${name}=${text} lies in the future; leave it out to ask about now`,
    );
  }
  return at;
}
