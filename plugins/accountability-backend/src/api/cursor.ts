import { InputError } from '@backstage/errors';
import { z } from 'zod';

/** A place in a listing, opaque to callers. */
export function writeCursor(place: object): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

/** The place a cursor speaks of; throws 400 for one that is not of this listing. */
export function readCursor<T>(
  schema: z.ZodType<T>,
  cursor: string | undefined,
): T | undefined {
  if (cursor === undefined) return undefined;
  const parsed = schema.safeParse(parseJson(cursor));
  if (!parsed.success) {
    throw new InputError(
      'cursor is not one of this listing; begin without a cursor and hand on nextCursor unchanged',
    );
  }
  return parsed.data;
}

function parseJson(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}
