import { z } from 'zod';
import { accountPayload } from '../payloads/accountPayload';

const labels = z.array(z.string()).nullish().catch(undefined);

/** What is read of a merge request as GitLab lists it. */
export const listedRequest = z.object({
  iid: z.number(),
  title: z.string(),
  description: z.string().nullish(),
  state: z.string(),
  web_url: z.string().nullish(),
  source_branch: z.string().nullish(),
  target_branch: z.string(),
  created_at: z.string(),
  updated_at: z.string().nullish(),
  merged_at: z.string().nullish(),
  closed_at: z.string().nullish(),
  sha: z.string().nullish(),
  merge_commit_sha: z.string().nullish(),
  squash_commit_sha: z.string().nullish(),
  squash: z.boolean().nullish(),
  labels,
  author: accountPayload.nullish(),
  assignees: z.array(accountPayload).nullish().catch(undefined),
});

/** A merge request as GitLab lists it. */
export type ListedRequest = z.output<typeof listedRequest>;
