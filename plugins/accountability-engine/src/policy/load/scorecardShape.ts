import { parseFilterPredicate } from '@backstage/filter-predicates';
import { burdens } from 'backstage-plugin-accountability-common';
import { z } from 'zod';

/** The version of the format that is written here. */
export const apiVersion = 'accountability.io/v1alpha1';

const mode = z.enum(['enforce', 'warn']);
const text = z.string().trim().min(1).max(1000);
const name = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'write it in lower-case words joined by -')
  .max(63);

const match = z.unknown().transform((value, context) => {
  try {
    return parseFilterPredicate(value);
  } catch {
    context.addIssue({
      code: 'custom',
      message:
        'this is not a filter predicate (write for example: kind: Component, or $all: [...])',
    });
    return z.NEVER;
  }
});

/** A scorecard without its checks, which are read one by one so that none takes others down. */
export const scorecardShape = z.strictObject({
  apiVersion: z.literal(apiVersion),
  kind: z.literal('Scorecard'),
  metadata: z.strictObject({ name, title: text }),
  spec: z.strictObject({
    match: match.optional(),
    levels: z.array(name).min(1).max(10).default(['bronze', 'silver', 'gold']),
    defaults: z.strictObject({ mode: mode.optional() }).default({}),
    checks: z.array(z.unknown()).min(1).max(200),
  }),
});

/** One check as written. */
export const checkShape = z.strictObject({
  id: name,
  title: text,
  burden: z.enum(burdens),
  level: z.string().optional(),
  mode: mode.optional(),
  when: z.string().optional(),
  expression: z.string(),
  remediation: text.optional(),
});

/** One check as read. */
export type CheckSource = z.infer<typeof checkShape>;

/** Keys that may stand at a place, for suggestions. */
export const knownKeys = [
  ...Object.keys(scorecardShape.shape),
  ...Object.keys(scorecardShape.shape.metadata.shape),
  ...Object.keys(scorecardShape.shape.spec.shape),
  ...Object.keys(checkShape.shape),
];
