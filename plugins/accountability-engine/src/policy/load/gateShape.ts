import {
  CheckMode,
  EnforcementPoint,
  enforcementPoints,
} from 'backstage-plugin-accountability-common';
import { z } from 'zod';
import { DAY } from '../../time';
import { ruleShape } from './checkShape';
import { durationMs } from './durationMs';
import { apiVersion, counted, groupRef, metadata, mode } from './shapes';

const point = z.enum(enforcementPoints);
const twoDays = 2 * DAY;

/** A gate without its rules, which are read one by one. */
export const gateShape = z.strictObject({
  apiVersion: z.literal(apiVersion),
  kind: z.literal('Gate'),
  metadata,
  spec: z.strictObject({
    owner: groupRef.optional(),
    points: z.array(point).min(1).default(['deploy']),
    maxAge: durationMs.default(twoDays),
    onUnknown: counted.optional(),
    onError: counted.optional(),
    onEngineError: counted.optional(),
    breakGlass: z
      .strictObject({
        groups: z.array(groupRef).min(1).max(20),
        reviewWithin: durationMs.default(twoDays),
      })
      .optional(),
    rules: z
      .array(z.unknown())
      .min(1)
      .max(100, 'a gate has at most 100 rules (write a second one)'),
  }),
});

const modeAt: z.ZodType<Partial<Record<EnforcementPoint, CheckMode>>> =
  z.partialRecord(point, mode);

/** A rule that is a check of a scorecard. */
export const referenceShape = z.strictObject({
  check: z
    .string()
    .regex(
      /^[a-z0-9-]+\/[a-z0-9-]+$/,
      'name a check of a scorecard (production-readiness/scan-fresh)',
    ),
  mode: ruleShape.mode,
  modeAt: modeAt.optional(),
  enforceFrom: ruleShape.enforceFrom,
  onUnknown: ruleShape.onUnknown,
  onError: ruleShape.onError,
});

/** A rule of the gate's own. */
export const ownRuleShape = z.strictObject({
  ...ruleShape,
  modeAt: modeAt.optional(),
});

/** A gate as read, its rules apart. */
export type GateSource = z.infer<typeof gateShape>;
