import {
  HttpFault,
  PolledDelivery,
} from 'backstage-plugin-accountability-node';
import { z } from 'zod';
import { approvalsSchema, countApprovals } from './countApprovals';
import { hookOf } from './hookOf';
import { listStream } from './listStream';
import { PolledProject } from './projectStream';
import { readOne } from './readOne';

const schema = z.object({
  iid: z.number(),
  title: z.string(),
  description: z.string().nullish(),
  state: z.string(),
  web_url: z.string().nullish(),
  target_branch: z.string(),
  created_at: z.string(),
  updated_at: z.string().nullish(),
  merged_at: z.string().nullish(),
  closed_at: z.string().nullish(),
  sha: z.string().nullish(),
  merge_commit_sha: z.string().nullish(),
  squash_commit_sha: z.string().nullish(),
  squash: z.boolean().nullish(),
  author: z.object({ id: z.number() }).nullish(),
});

type MergeRequest = z.output<typeof schema>;

/** Merge requests that are over, and all approvals of those that were merged: one question for each. */
export const mergeRequests = listStream<MergeRequest>({
  id: 'merge_requests',
  path: 'merge_requests',
  query: { scope: 'all', state: 'all' },
  schema,
  changedAt: ({ updated_at: updatedAt }) => updatedAt,
  toDeliveries,
});

async function toDeliveries(
  request: MergeRequest,
  polled: PolledProject,
): Promise<PolledDelivery[] | HttpFault> {
  if (!['merged', 'closed'].includes(request.state)) return [];
  const isMerged = request.state === 'merged';
  const read = isMerged
    ? await readOne(
        polled,
        `/projects/${polled.project.id}/merge_requests/${request.iid}/approvals`,
        approvalsSchema,
      )
    : undefined;
  if (read && 'fault' in read) return read;
  const { author, sha, web_url: url, ...attributes } = request;
  return [
    hookOf({
      key: `${request.iid}`,
      event: 'Merge Request Hook',
      project: polled.project,
      payload: {
        object_kind: 'poll.merge_request',
        object_attributes: {
          ...attributes,
          action: isMerged ? 'merge' : 'close',
          url,
          last_commit: sha ? { id: sha } : undefined,
        },
        approvals: read && countApprovals(read.is, request),
      },
    }),
  ];
}
