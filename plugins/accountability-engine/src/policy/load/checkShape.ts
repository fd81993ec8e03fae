import { burdens } from 'backstage-plugin-accountability-common';
import { z } from 'zod';
import { ask, counted, instant, mode, name, severity, text } from './shapes';

const link = z.strictObject({
  title: text,
  url: z
    .string()
    .max(1000)
    .regex(/^https?:\/\/\S+$/, 'write an address that begins with https://'),
});

/** What a rule asks, be it of a scorecard or of a gate. */
export const ruleShape = {
  id: name,
  title: text,
  severity: severity.optional(),
  when: z.string().optional(),
  expression: z.string().optional(),
  messageExpression: z.string().optional(),
  engine: name.optional(),
  ask: ask.optional(),
  remediation: text.optional(),
  onUnknown: counted.optional(),
  onError: counted.optional(),
  mode: mode.optional(),
  enforceFrom: instant.optional(),
};

/** One check as written. */
export const checkShape = z.strictObject({
  ...ruleShape,
  burden: z.enum(burdens),
  level: z.string().optional(),
  weight: z.number().min(0).max(1000).optional(),
  effortDays: z.number().positive().max(1000).optional(),
  cost: text.optional(),
  links: z.array(link).max(10).optional(),
  skill: text.optional(),
});

/** One check as read. */
export type CheckSource = z.infer<typeof checkShape>;

/** What a rule asks, as read. */
export type RuleSource = z.infer<z.ZodObject<typeof ruleShape>>;
