import { z } from 'zod';

/**
 * An instant from outside: ISO 8601 with an offset or `Z`, read to epoch
 * milliseconds (UTC). A time without an offset is refused, because guessing
 * a zone would move events between owners.
 */
export const instant = z.iso
  .datetime({
    offset: true,
    error: 'must be an ISO 8601 time with a zone, e.g. 2026-11-23T12:00:00Z',
  })
  .transform(text => Date.parse(text));
