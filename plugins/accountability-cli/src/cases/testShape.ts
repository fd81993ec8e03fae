import {
  enforcementPoints,
  instant,
} from 'backstage-plugin-accountability-common';
import { z } from 'zod';

const word = z.string().trim().min(1).max(1000);
const texts = z.record(z.string(), z.string());
const ref = z
  .string()
  .regex(
    /^[a-z]+:[\w.-]+\/[\w.-]+$/i,
    'write the entity ref in full (group:default/platform)',
  )
  .toLowerCase();

/** The service of a case; what it leaves out is not set. */
export const serviceShape = z.strictObject({
  kind: word.optional(),
  namespace: word.optional(),
  name: word.optional(),
  title: word.optional(),
  type: word.optional(),
  lifecycle: word.optional(),
  owner: ref.optional(),
  system: ref.optional(),
  tags: z.array(z.string()).optional(),
  labels: texts.optional(),
  annotations: texts.optional(),
  spec: z.record(z.string(), z.unknown()).optional(),
});

/** An approved exemption of a check. */
const exemptionShape = z.strictObject({
  check: z
    .string()
    .regex(
      /^[a-z0-9-]+\/[a-z0-9-]+$/,
      'name a check of a scorecard (production-readiness/scan-fresh)',
    ),
  until: instant,
  from: instant.optional(),
  by: z.enum(['service', 'owner', 'system']).default('service'),
  ref: ref.optional(),
  points: z.array(z.enum(enforcementPoints)).min(1).optional(),
});

/** What a gate is asked with. */
const requestShape = z.strictObject({
  point: z.enum(enforcementPoints).default('deploy'),
  environment: word.optional(),
  commit: word.optional(),
  artifact: word.optional(),
  labels: z.array(word).max(20).default([]),
});

/** One case: what is given, and what is expected. */
export const caseShape = z.strictObject({
  name: word,
  now: instant.optional(),
  service: serviceShape.optional(),
  facts: z.record(z.string(), z.unknown()).default({}),
  ages: z.record(z.string(), z.unknown()).default({}),
  exemptions: z.array(exemptionShape).max(100).default([]),
  request: requestShape.optional(),
  answers: z
    .record(z.string(), z.enum(['pass', 'fail', 'unknown', 'error']))
    .default({}),
  expect: z
    .record(z.string(), z.string())
    .refine(
      expected => Object.keys(expected).length > 0,
      'say what is expected (the name of a check and pass, fail ...)',
    ),
  explain: z.record(z.string(), z.array(z.string())).default({}),
});

/** A document of kind `PolicyTest`. */
export const testShape = z.strictObject({
  apiVersion: z.literal('accountability.io/v1alpha1'),
  kind: z.literal('PolicyTest'),
  metadata: z.strictObject({
    name: word,
    title: word.optional(),
    description: word.optional(),
  }),
  spec: z.strictObject({
    policies: z.array(word).min(1).max(100).optional(),
    now: instant,
    service: serviceShape.optional(),
    fixtures: z.unknown().optional(),
    cases: z
      .array(caseShape)
      .min(1)
      .max(1000, 'a test has at most 1000 cases (write a second one)'),
  }),
});

/** Keys that may stand somewhere in a test, for suggestions. */
export const testKeys = [
  ...new Set(
    [
      testShape,
      testShape.shape.metadata,
      testShape.shape.spec,
      caseShape,
      serviceShape,
      exemptionShape,
      requestShape,
    ].flatMap(({ shape }) => Object.keys(shape)),
  ),
];
