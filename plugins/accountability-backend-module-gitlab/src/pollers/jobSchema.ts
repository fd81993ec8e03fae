import { z } from 'zod';

/** What is read of a job; its runner and its log are not. */
export const jobSchema = z.object({
  id: z.number(),
  name: z.string(),
  stage: z.string().nullish(),
  status: z.string(),
  ref: z.string().nullish(),
  tag: z.boolean().nullish(),
  allow_failure: z.boolean().nullish(),
  failure_reason: z.string().nullish(),
  created_at: z.string(),
  started_at: z.string().nullish(),
  finished_at: z.string().nullish(),
  queued_duration: z.number().nullish(),
  commit: z.object({ id: z.string() }).nullish(),
  pipeline: z.object({ id: z.number() }).nullish(),
});

/** A job. */
export type Job = z.output<typeof jobSchema>;
