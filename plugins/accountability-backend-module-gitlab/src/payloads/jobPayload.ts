import { optionalLink } from 'backstage-plugin-accountability-node';
import { z } from 'zod';
import { optionalSeconds } from './optionalSeconds';
import { optionalSha } from './optionalSha';
import { optionalText } from './optionalText';
import { optionalWord } from './optionalWord';
import { projectPayload } from './projectPayload';
import { optionalTime, time } from './times';

/** What is read of an event about a job. Older GitLab names its project by the repository alone. */
export const jobPayload = z.object({
  ref: optionalWord,
  tag: z.boolean().optional().catch(undefined),
  sha: optionalSha,
  build_id: z.int(),
  build_name: optionalText(500),
  build_status: z.string(),
  build_created_at: time,
  build_started_at: optionalTime,
  build_finished_at: optionalTime,
  build_queued_duration: optionalSeconds,
  build_failure_reason: optionalWord,
  retries_count: z.int().min(0).optional().catch(undefined),
  pipeline_id: z.int().optional().catch(undefined),
  runner: z
    .object({
      runner_type: optionalWord,
      tags: z.array(z.string()).optional().catch(undefined),
    })
    .nullish()
    .catch(undefined),
  commit: z
    .object({ name: optionalText(300) })
    .nullish()
    .catch(undefined),
  project: projectPayload.nullish().catch(undefined),
  repository: z
    .object({ homepage: optionalLink, git_ssh_url: optionalWord })
    .nullish()
    .catch(undefined),
});

/** An event about a job. */
export type JobPayload = z.output<typeof jobPayload>;
