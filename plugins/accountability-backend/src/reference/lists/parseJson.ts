import { z } from 'zod';

/** The value, or what is wrong with it, in words that follow "cannot be read: ". */
export type ParsedJson<T> =
  | { status: 'read'; value: T }
  | { status: 'fault'; because: string };

/** Reads a JSON document of a known shape. */
export function parseJson<T>(
  bytes: Buffer,
  schema: z.ZodType<T>,
): ParsedJson<T> {
  const read = schema.safeParse(jsonOf(bytes));
  if (read.success) return { status: 'read', value: read.data };
  const [{ path, message }] = read.error.issues;
  return {
    status: 'fault',
    because:
      path.length > 0
        ? `${path.join('.')}: ${message}`
        : 'it is not the JSON of this list',
  };
}

function jsonOf(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8').replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}
