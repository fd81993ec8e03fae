import { LoggerService } from '@backstage/backend-plugin-api';
import {
  HttpFault,
  PolledDelivery,
  PollStream,
  Detect,
} from 'backstage-plugin-accountability-node';
import { optionalText } from '../payloads/optionalText';
import { wordsOfUndoing } from '../payloads/undoneBy';
import { approvalsSchema } from './approvalsByOthers';
import { describeRequest, ReadRequest } from './describeRequest';
import { GitlabApi, Project } from './GitlabApi';
import { hookOf } from './hookOf';
import { ListedRequest, listedRequest } from './listedRequest';
import { listStream } from './listStream';
import { PolledProject } from './projectStream';
import { readOne } from './readOne';
import { RequestReader } from './RequestReader';

const titleSchema = optionalText(500);

/** What streams of merge requests are made with. */
interface Given {
  detect: Detect;
  logger: LoggerService;
}

/** Merge requests that are over, and of those that were merged how they were made and reviewed: two questions for each. */
export function mergeRequests(
  api: GitlabApi,
  { detect, logger }: Given,
): PollStream {
  const reader = new RequestReader(logger);
  return listStream<ListedRequest>({
    id: 'merge_requests',
    detailsMerges: true,
    path: 'merge_requests',
    query: { scope: 'all', state: 'all' },
    schema: listedRequest,
    changedAt: ({ updated_at: updatedAt }) => updatedAt,
    toDeliveries: async (request, polled) => {
      if (!['merged', 'closed'].includes(request.state)) return [];
      const read = await readRequest(request, { polled, reader });
      return 'fault' in read ? read : [toDelivery(read, { polled, detect })];
    },
  })(api);
}

async function readRequest(
  request: ListedRequest,
  { polled, reader }: { polled: PolledProject; reader: RequestReader },
): Promise<ReadRequest | HttpFault> {
  if (request.state !== 'merged') return { request };
  const path = `/projects/${polled.project.id}/merge_requests/${request.iid}`;
  const approvals = await readOne(polled, `${path}/approvals`, approvalsSchema);
  if (approvals && 'fault' in approvals) return approvals;
  const asked = await reader.read(polled, request.iid);
  if (asked && 'fault' in asked) return asked;
  return { request, approvals: approvals?.is, asked: asked?.is };
}

/** In the shape of its webhook, with what the webhook does not tell. Of what people wrote only what is read of it. */
function toDelivery(
  read: ReadRequest,
  { polled, detect }: { polled: PolledProject; detect: Detect },
): PolledDelivery {
  const { request } = read;
  return hookOf({
    key: `${request.iid}`,
    event: 'Merge Request Hook',
    project: polled.project,
    payload: {
      object_kind: 'poll.merge_request',
      object_attributes: {
        iid: request.iid,
        action: request.state === 'merged' ? 'merge' : 'close',
        state: request.state,
        title: titleSchema.parse(request.title),
        description: wordsOfUndoing(request.description),
        url: request.web_url,
        target_branch: branchName(request.target_branch, polled.project),
        created_at: request.created_at,
        updated_at: request.updated_at,
        merged_at: request.merged_at,
        closed_at: request.closed_at,
        merge_commit_sha: request.merge_commit_sha,
        squash_commit_sha: request.squash_commit_sha,
        squash: request.squash,
        last_commit: request.sha ? { id: request.sha } : undefined,
      },
      details: describeRequest(read, detect),
    },
  });
}

/** People name branches after themselves: of any but the default one only that it is another. */
function branchName(name: string, project: Project): string | undefined {
  const { default_branch: defaultBranch } = project;
  if (!defaultBranch) return undefined;
  return name === defaultBranch ? name : '…';
}
