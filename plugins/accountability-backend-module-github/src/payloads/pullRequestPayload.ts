import { optionalLink } from 'backstage-plugin-accountability-node';
import { z } from 'zod';
import { account } from './account';
import { optionalCount } from './optionalCount';
import { optionalSha } from './optionalSha';
import { repositoryPayload } from './repositoryPayload';
import { optionalTime, time } from './times';

/** What is read of a pull request and the repository it goes to. Of people only what becomes a contributor. */
export const pullRequestPayload = {
  pull_request: z.object({
    number: z.int().min(1),
    state: z.string(),
    title: z.string().catch(''),
    /** Only for what it reverts, for whom it was written, and the markers of tools. */
    body: z.string().nullish().catch(undefined),
    html_url: optionalLink,
    created_at: time,
    updated_at: optionalTime,
    closed_at: optionalTime,
    merged_at: optionalTime,
    merge_commit_sha: optionalSha,
    base: z.object({ ref: z.string() }),
    /** Of its name only what it says of the change: people name branches after themselves. */
    head: z
      .object({ ref: z.string(), sha: optionalSha })
      .optional()
      .catch(undefined),
    user: account.nullish().catch(undefined),
    assignees: z.array(account).optional().catch(undefined),
    labels: z
      .array(z.object({ name: z.string() }))
      .optional()
      .catch(undefined),
    /** Told by the poller alone. */
    head_sha: optionalSha,
    first_authored_at: optionalTime,
    first_commit_at: optionalTime,
    head_commit_at: optionalTime,
    commits: optionalCount,
    additions: optionalCount,
    deletions: optionalCount,
    changed_files: optionalCount,
  }),
  repository: repositoryPayload,
};
