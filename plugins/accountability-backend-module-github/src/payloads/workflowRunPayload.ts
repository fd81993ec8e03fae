import {
  optionalLink,
  optionalText,
} from 'backstage-plugin-accountability-node';
import { z } from 'zod';
import { optionalSha } from './optionalSha';
import { repositoryPayload } from './repositoryPayload';
import { optionalTime, time } from './times';

/** What is read of a workflow run and its repository. Whoever started it is not. */
export const workflowRunPayload = z.object({
  action: z.string(),
  workflow_run: z.object({
    id: z.number(),
    run_attempt: z.int().min(1).optional().catch(undefined),
    run_number: z.int().min(0).optional().catch(undefined),
    name: optionalText(200),
    display_title: optionalText(200),
    event: z.string().optional().catch(undefined),
    status: z.string().nullish(),
    conclusion: z.string().nullish(),
    head_branch: z.string().nullish(),
    head_sha: optionalSha,
    head_repository: z
      .object({ full_name: z.string() })
      .optional()
      .catch(undefined),
    html_url: optionalLink,
    created_at: time,
    run_started_at: optionalTime,
    updated_at: time,
  }),
  workflow: z
    .object({ name: optionalText(200) })
    .optional()
    .catch(undefined),
  repository: repositoryPayload,
});

/** A payload about a run of a workflow. */
export type WorkflowRunPayload = z.output<typeof workflowRunPayload>;
