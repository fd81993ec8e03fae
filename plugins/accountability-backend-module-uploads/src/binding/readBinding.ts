import {
  IncomingDelivery,
  readInstant,
} from 'backstage-plugin-accountability-node';
import { z } from 'zod';
import { isOfService } from './isOfService';
import {
  headersOf,
  printable,
  readParameters,
  sharedParameters,
} from './parameters';

/** The offset's `+`, which a query that is not encoded turns into a blank. */
const lostPlus = / (\d{2}:?\d{2})$/;

const schema = z.strictObject({
  ...sharedParameters,
  sha: z
    .string()
    .regex(/^[0-9a-f]{7,64}$/i, 'must be 7 to 64 hexadecimal digits')
    .toLowerCase(),
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

/** The same of a form that is about a service as it runs: which commit that is may be unknown. */
const ofService = schema.partial({ sha: true });

/** What a caller says of its upload: which commit of which service it is about. */
export interface Binding {
  subject: string;
  /** Absent only for forms that are about a service as it runs. */
  sha?: string;
  branch?: string;
  /** Undefined where the caller does not say. */
  defaultBranch?: boolean;
  category?: string;
  at?: string;
  url?: string;
}

/** Headers that hold the parameters, as the intake hands them over. */
export const bindingHeaders = headersOf(schema);

/** Reads the parameters of an upload to a source, or says how a right call looks. An empty one counts as not given. */
export function readBinding(
  source: string,
  headers: IncomingDelivery['headers'],
): { ok: true; binding: Binding } | { ok: false; because: string } {
  const commitless = isOfService(source);
  const read = readParameters(commitless ? ofService : schema, headers);
  if (!read.ok) {
    const [to, call] = commitless
      ? ['service', 'at=2026-11-23T12:00:00Z']
      : ['commit', 'sha=2f1c9e4b7a60&branch=main&default-branch=true'];
    return {
      ok: false,
      because: `The parameters do not bind the upload to a ${to}: ${read.because}. A right call is POST …/deliveries/${source}?subject=github:acme/payments&${call}`,
    };
  }
  const { 'default-branch': defaultBranch, ...binding } = read.parameters;
  return { ok: true, binding: { ...binding, defaultBranch } };
}
