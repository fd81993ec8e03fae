import {
  describeIssues,
  IncomingDelivery,
  readInstant,
} from 'backstage-plugin-accountability-node';
import { z } from 'zod';

const PREFIX = 'x-accountability-';

/** Hosts that compare names without case, and whose subjects are kept in lower case. */
const caseless = /^(github|gitlab):/i;

/** The offset's `+`, which a query that is not encoded turns into a blank. */
const lostPlus = / (\d{2}:?\d{2})$/;

const printable = (max: number) =>
  z
    .string()
    .max(max)
    .regex(/^[^\p{Cc}\p{Cs}]*$/u, 'must not hold control characters');

const parameters = z.strictObject({
  subject: printable(200)
    .regex(/^[a-z][a-z0-9-]*:\S+$/i, 'must be like github:acme/payments')
    .transform(name => (caseless.test(name) ? name.toLowerCase() : name)),
  sha: z
    .string()
    .regex(/^[0-9a-f]{7,64}$/i, 'must be 7 to 64 hexadecimal digits')
    .toLowerCase(),
  branch: printable(300)
    .transform(name => name.replace(/^refs\/heads\//, '') || undefined)
    .optional(),
  'default-branch': z.enum(['true', 'false']).optional(),
  category: printable(100).optional(),
  at: z
    .string()
    .transform(text => readInstant(text.replace(lostPlus, '+$1')))
    .refine(at => at !== undefined, 'must be a time with a zone')
    .optional(),
  url: z
    .url({ protocol: /^https?$/ })
    .max(2000)
    .optional(),
});

/** What a caller says of its upload: which commit of which service it is about. */
export interface Binding {
  subject: string;
  sha: string;
  branch?: string;
  /** Undefined where the caller does not say. */
  defaultBranch?: boolean;
  category?: string;
  at?: string;
  url?: string;
}

/** Headers that hold the parameters, as the intake hands them over. */
export const bindingHeaders = Object.keys(parameters.shape).map(
  name => `${PREFIX}${name}`,
);

/** Reads the parameters of an upload to a source, or says how a right call looks. An empty one counts as not given. */
export function readBinding(
  source: string,
  headers: IncomingDelivery['headers'],
): { ok: true; binding: Binding } | { ok: false; because: string } {
  const given = Object.entries(headers).flatMap(([name, value]) =>
    name.startsWith(PREFIX) && value?.trim()
      ? [[name.slice(PREFIX.length), value.trim()]]
      : [],
  );
  const read = parameters.safeParse(Object.fromEntries(given));
  if (!read.success) {
    return {
      ok: false,
      because: `The parameters do not bind the upload to a commit: ${describeIssues(
        read.error,
      )}. A right call is POST …/deliveries/${source}?subject=github:acme/payments&sha=2f1c9e4b7a60&branch=main&default-branch=true`,
    };
  }
  const { 'default-branch': isDefault, ...binding } = read.data;
  const defaultBranch =
    isDefault === undefined ? undefined : isDefault === 'true';
  return { ok: true, binding: { ...binding, defaultBranch } };
}
