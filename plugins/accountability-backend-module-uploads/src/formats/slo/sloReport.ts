import { z } from 'zod';
import { printable } from '../../binding/parameters';
import { listOf } from '../../bodies/lists';

/** Objectives that a service may have. */
const MOST_OBJECTIVES = 200;

const asShare = 'must be a share of 1, such as 0.999 for 99.9 %';

const share = z.number().min(0, asShare).max(1, asShare);

/** One objective, named as OpenSLO does: `target` is a share below 1, `window` a duration in short. */
const objective = z.strictObject({
  name: printable(200).min(1),
  target: z.number().gt(0, asShare).lt(1, `${asShare}, and leave a budget`),
  /** The share of good events or time in the window; null where nothing was measured. */
  attained: share.nullish(),
  /** What is left of the error budget: 1 all of it, 0 nothing, below 0 overspent. */
  budgetRemaining: z
    .number()
    .max(1, 'must be a share of the budget, at most 1')
    .nullish(),
  window: z
    .string()
    .regex(/^[1-9]\d{0,4}[mhdwMQY]$/, 'must be like 28d, 4w or 1M')
    .nullish(),
});

/** One objective of a service. */
export type Objective = z.output<typeof objective>;

/** What is uploaded; a field with another name is refused, so that none that is misspelt counts as not measured. */
export const sloReport = z.strictObject({
  tool: printable(200).min(1),
  /** Where the error budget policy is written. */
  policy: z
    .url({ protocol: /^https?$/, error: 'must be an http or https address' })
    .max(2000)
    .nullish(),
  objectives: listOf(objective, MOST_OBJECTIVES),
});
