import { optionalLink } from 'backstage-plugin-accountability-node';
import { z } from 'zod';
import { optionalSeconds } from './optionalSeconds';
import { optionalSha } from './optionalSha';
import { optionalText } from './optionalText';
import { optionalWord } from './optionalWord';
import { projectPayload } from './projectPayload';
import { optionalTime, time } from './times';

const flag = z.boolean().optional().catch(undefined);

const job = z.object({
  created_at: optionalTime,
  started_at: optionalTime,
  finished_at: optionalTime,
  manual: flag,
  allow_failure: flag,
});

/** What is read of an event about a pipeline. */
export const pipelinePayload = z.object({
  object_attributes: z.object({
    id: z.int(),
    name: optionalText(300),
    ref: optionalWord,
    tag: flag,
    sha: optionalSha,
    source: optionalWord,
    status: z.string(),
    created_at: time,
    finished_at: optionalTime,
    queued_duration: optionalSeconds,
    url: optionalLink,
  }),
  merge_request: z.object({}).nullish().catch(undefined),
  project: projectPayload,
  builds: z.array(job).nullish().catch(undefined),
});

/** An event about a pipeline. */
export type PipelinePayload = z.output<typeof pipelinePayload>;
