import { z } from 'zod';

const instant = z.number();

/** What the reports read of a decision. */
const shape = z.looseObject({
  gate: z.string(),
  title: z.string(),
  entityRef: z.string(),
  point: z.string(),
  at: instant,
  outcome: z.enum(['allow', 'warn', 'deny']),
  because: z.string(),
  rules: z.array(
    z.looseObject({
      rule: z.string(),
      title: z.string(),
      severity: z.string(),
      mode: z.string(),
      outcome: z.string(),
      effect: z.enum(['none', 'allow', 'warn', 'deny']),
      because: z.string(),
      facts: z.array(z.string()),
      exemption: z.looseObject({ until: instant }).optional(),
    }),
  ),
  facts: z.array(
    z.looseObject({
      fact: z.string(),
      status: z.string(),
      because: z.string(),
      ageMs: z.number(),
      maxAgeMs: z.number(),
    }),
  ),
  policy: z.string(),
  breakGlass: z
    .looseObject({ reason: z.string(), group: z.string(), reviewBy: instant })
    .optional(),
});

/** Whether an answer is a decision: what stands between may answer something else, and nothing but a decision opens a gate. */
export function isDecision(answer: unknown): boolean {
  return shape.safeParse(answer).success;
}
