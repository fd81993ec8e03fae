import {
  describeIssues,
  IncomingDelivery,
} from 'backstage-plugin-accountability-node';
import { z } from 'zod';

const PREFIX = 'x-accountability-';

/** Hosts that compare names without case, and whose subjects are kept in lower case. */
const caseless = /^(github|gitlab):/i;

/** A short text without control characters. */
export const printable = (max: number) =>
  z
    .string()
    .max(max)
    .regex(/^[^\p{Cc}\p{Cs}]*$/u, 'must not hold control characters');

/** What every upload says of itself: the service, and of which branch it is. */
export const sharedParameters = {
  subject: printable(200)
    .regex(/^[a-z][a-z0-9-]*:\S+$/i, 'must be like github:acme/payments')
    .transform(name => (caseless.test(name) ? name.toLowerCase() : name)),
  branch: printable(300)
    .transform(name => name.replace(/^refs\/heads\//, '') || undefined)
    .optional(),
  'default-branch': z
    .enum(['true', 'false'])
    .transform(text => text === 'true')
    .optional(),
};

/** Headers that hold parameters, as the intake hands them over. */
export function headersOf(schema: z.ZodObject): string[] {
  return Object.keys(schema.shape).map(name => `${PREFIX}${name}`);
}

/** Reads parameters, or says what is wrong with them. An empty one counts as not given. */
export function readParameters<TParameters>(
  schema: z.ZodType<TParameters>,
  headers: IncomingDelivery['headers'],
): { ok: true; parameters: TParameters } | { ok: false; because: string } {
  const given = Object.entries(headers).flatMap(([name, value]) =>
    name.startsWith(PREFIX) && value?.trim()
      ? [[name.slice(PREFIX.length), value.trim()]]
      : [],
  );
  const read = schema.safeParse(Object.fromEntries(given));
  return read.success
    ? { ok: true, parameters: read.data }
    : { ok: false, because: describeIssues(read.error) };
}
