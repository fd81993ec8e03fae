import { RecordEventInput } from 'backstage-plugin-accountability-common';
import { optionalText } from 'backstage-plugin-accountability-node';
import { z } from 'zod';
import { branchOf } from './branchOf';
import { changeBase } from './changeBase';
import { pullRequestPayload } from './pullRequestPayload';
import { revertsOf } from './revertsOf';
import { slugOf } from './slugOf';
import { requireTime } from './times';

const schema = z.object(pullRequestPayload);

/** A payload with a whole pull request. */
export type PullRequestPayload = z.output<typeof schema>;

type ChangeInput = Extract<RecordEventInput, { kind: 'change' }>;

/** What else a sender tells of a request: who and what made it, and how it was reviewed once it is merged. */
export interface ChangeDetails {
  always: Partial<ChangeInput>;
  onceMerged?: Pick<ChangeInput, 'approvals' | 'reviews' | 'mergeMethod'>;
}

const title = optionalText(500);

/**
 * What a pull request says of itself, whatever it is sent for: that it was
 * opened, where it stands since when, and its attributes as of its last update.
 * So a delivery that was lost is made good by any later one, and of attributes
 * the last ones hold.
 */
export function changeEvents(
  payload: PullRequestPayload,
  details: ChangeDetails,
): RecordEventInput[] {
  const { pull_request: request, repository } = payload;
  const base = changeBase(repository, request.number);
  const stand = standOf(request);
  const updatedAt = request.updated_at ?? stand.at;
  const isMerged = stand.state === 'merged';
  return [
    { ...base, state: 'opened', at: request.created_at },
    ...(stand.state === 'opened' ? [] : [{ ...base, ...stand }]),
    {
      ...attributesOf(payload),
      ...details.always,
      ...(isMerged && details.onceMerged),
      ...base,
      state: stand.state,
      at: updatedAt > stand.at ? updatedAt : stand.at,
      // Until there is one, it is the commit that a merge would make.
      sha: isMerged ? request.merge_commit_sha : undefined,
    },
  ];
}

function attributesOf({
  pull_request: request,
  repository,
}: PullRequestPayload) {
  return {
    title: title.parse(request.title),
    url: request.html_url,
    ...branchOf(request.base.ref, repository),
    headSha: request.head?.sha ?? request.head_sha,
    firstAuthoredAt: request.first_authored_at,
    firstCommitAt: request.first_commit_at,
    headCommitAt: request.head_commit_at,
    commits: request.commits,
    files: request.changed_files,
    additions: request.additions,
    deletions: request.deletions,
    reverts: revertsOf(slugOf(repository), request),
  };
}

interface Stand {
  state: 'opened' | 'merged' | 'closed';
  at: string;
}

/** Since when it is open, merged or closed. */
function standOf(request: PullRequestPayload['pull_request']): Stand {
  if (request.merged_at) return { state: 'merged', at: request.merged_at };
  return request.state === 'closed'
    ? { state: 'closed', at: requireTime(request.closed_at) }
    : { state: 'opened', at: request.created_at };
}
