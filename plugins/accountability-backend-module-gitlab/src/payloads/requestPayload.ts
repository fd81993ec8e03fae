import { optionalLink } from 'backstage-plugin-accountability-node';
import { z } from 'zod';
import { accountPayload } from './accountPayload';
import { optionalSha } from './optionalSha';
import { optionalText } from './optionalText';
import { optionalWord } from './optionalWord';
import { projectPayload } from './projectPayload';
import { optionalTime, time } from './times';

const id = z.int().optional().catch(undefined);
const flag = z.boolean().optional().catch(undefined);
const people = z.array(accountPayload).nullish().catch(undefined);

/** What is read of an event about a merge request; of people only what becomes a contributor, and whether one is the other. */
export const requestPayload = z.object({
  object_attributes: z.object({
    id,
    iid: z.int(),
    action: optionalWord,
    state: optionalWord,
    author_id: id,
    title: optionalText(500),
    description: z.string().optional().catch(undefined),
    url: optionalLink,
    target_branch: optionalWord,
    created_at: time,
    updated_at: optionalTime,
    merged_at: optionalTime,
    closed_at: optionalTime,
    merge_commit_sha: optionalSha,
    squash_commit_sha: optionalSha,
    squash: flag,
    source_branch: optionalWord,
    labels: z
      .array(z.object({ title: z.string() }))
      .optional()
      .catch(undefined),
    last_commit: z
      .object({ id: optionalSha, timestamp: optionalTime })
      .nullish()
      .catch(undefined),
    system: flag,
    system_action: optionalWord,
  }),
  user: accountPayload.nullish().catch(undefined),
  assignees: people,
  reviewers: people,
  project: projectPayload,
});

/** An event about a merge request. */
export type RequestPayload = z.output<typeof requestPayload>;
