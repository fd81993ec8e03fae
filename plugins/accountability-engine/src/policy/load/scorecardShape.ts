import { parseFilterPredicate } from '@backstage/filter-predicates';
import { burdens } from 'backstage-plugin-accountability-common';
import { z } from 'zod';
import {
  apiVersion,
  counted,
  groupRef,
  instant,
  metadata,
  mode,
  name,
  severity,
} from './shapes';

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

/** A level by its name, or with what it needs besides the checks that name it. */
const level = z.preprocess(
  value => (typeof value === 'string' ? { name: value } : value),
  z.strictObject({
    name,
    burdens: z.array(z.enum(burdens)).min(1).optional(),
    minScore: z.number().min(0).max(1).optional(),
    noFail: z.array(severity).min(1).optional(),
  }),
);

const named = z.strictObject({ name, expression: z.string() });

/** A scorecard without what is read one by one, so that none takes others down. */
export const scorecardShape = z.strictObject({
  apiVersion: z.literal(apiVersion),
  kind: z.literal('Scorecard'),
  metadata,
  spec: z.strictObject({
    owner: groupRef.optional(),
    draft: z.boolean().default(false),
    effectiveFrom: instant.optional(),
    match: match.optional(),
    conditions: z.array(named).max(20).default([]),
    params: z.unknown().optional(),
    variables: z.array(z.unknown()).max(50).default([]),
    levels: z
      .array(level)
      .min(1)
      .max(10)
      .default([{ name: 'bronze' }, { name: 'silver' }, { name: 'gold' }]),
    defaults: z
      .strictObject({
        mode: mode.optional(),
        severity: severity.optional(),
        weight: z.number().min(0).max(1000).optional(),
        onUnknown: counted.optional(),
        onError: counted.optional(),
      })
      .default({}),
    checks: z
      .array(z.unknown())
      .min(1)
      .max(200, 'a scorecard has at most 200 checks (write a second one)'),
  }),
});

/** A scorecard as read, its checks apart. */
export type ScorecardSource = z.infer<typeof scorecardShape>;
