import { ChangeProvenance } from 'backstage-plugin-accountability-common';
import {
  describeFiles,
  epochOf,
  isHotfix,
  Detect,
} from 'backstage-plugin-accountability-node';
import { z } from 'zod';
import { Account } from '../payloads/accountPayload';
import { contributorIn } from '../payloads/contributorIn';
import { RequestDetails } from '../payloads/requestDetails';
import { topicsIn } from '../payloads/topicsIn';
import { writtenBy } from '../payloads/writtenBy';
import { approvalsByOthers, approvalsSchema } from './approvalsByOthers';
import { bypassedRules } from './bypassedRules';
import { commitsOf, hasAllCommits, timesOf } from './commitsOf';
import { ListedRequest } from './listedRequest';
import { AskedRequest, requestAnswer } from './requestQuery';
import { reviewsOf } from './reviewsOf';

/** A request with what was asked for besides. */
export interface ReadRequest {
  request: ListedRequest;
  approvals?: z.output<typeof approvalsSchema>;
  asked?: z.output<typeof requestAnswer>['project'];
}

/**
 * What is known of a request beyond its webhook. Markers are looked for here,
 * before anything is stored, so that nobody who wrote a commit, no branch and
 * no message gets into a delivery: only names that become contributors.
 */
export function describeRequest(
  { request, approvals, asked }: ReadRequest,
  detect: Detect,
): RequestDetails {
  const { author, assignees, labels, source_branch: branch } = request;
  const more = asked?.mergeRequest;
  const accountOf = accountsIn(more);
  const people = [author, ...(assignees ?? [])];
  return {
    ...writtenBy(
      accountOf(author),
      (assignees ?? []).flatMap(one => accountOf(one) ?? []),
    ),
    hotfix: isHotfix([branch ?? undefined, ...(labels ?? [])]),
    topics: topicsIn([request.title, branch], people),
    provenance: provenanceOf(request, { more, detect }),
    ...(more && timesOf(more)),
    ...(more && filesOf(more)),
    ...(approvals && judged(request, { approvals, more, accountOf })),
    bypassed:
      more &&
      bypassedRules(more, {
        mustSucceed: asked.onlyAllowMergeIfPipelineSucceeds,
        mergedAt: request.merged_at,
      }),
  };
}

/** Reads of a user what GraphQL says of the same name besides. */
function accountsIn(more: AskedRequest | undefined) {
  const told = [
    more?.author,
    ...(more?.assignees?.nodes ?? []),
    ...(more?.approvedBy?.nodes ?? []),
    ...(more?.notes?.nodes ?? []).map(note => note.author),
  ];
  const bots = new Set(
    told.flatMap(one => (one?.bot ? one.username?.toLowerCase() ?? [] : [])),
  );
  return (user: Account | null | undefined): Account | undefined =>
    user
      ? { ...user, bot: bots.has(user.username?.toLowerCase() ?? '') }
      : undefined;
}

function provenanceOf(
  request: ListedRequest,
  { more, detect }: { more: AskedRequest | undefined; detect: Detect },
): ChangeProvenance {
  const { merged_at: mergedAt, closed_at: closedAt } = request;
  const { fraction, ...found } = detect({
    at: epochOf(mergedAt ?? closedAt ?? request.created_at) ?? 0,
    commits: more ? commitsOf(more) : [],
    author: request.author?.username,
    text: request.description ?? undefined,
    branch: request.source_branch ?? undefined,
    labels: request.labels ?? undefined,
  });
  // A share of those commits that were told of is no share of the request.
  const isWhole = more !== undefined && hasAllCommits(more);
  return isWhole && fraction !== undefined ? { ...found, fraction } : found;
}

function filesOf({
  diffStats,
  diffStatsSummary,
}: AskedRequest): RequestDetails {
  return {
    files: diffStatsSummary?.fileCount,
    additions: diffStatsSummary?.additions,
    deletions: diffStatsSummary?.deletions,
    ...(diffStats &&
      describeFiles(diffStats, {
        complete: diffStats.length === diffStatsSummary?.fileCount,
      })),
  };
}

interface Judged {
  approvals: z.output<typeof approvalsSchema>;
  more: AskedRequest | undefined;
  accountOf: ReturnType<typeof accountsIn>;
}

function judged(
  request: ListedRequest,
  { approvals, more, accountOf }: Judged,
): RequestDetails {
  const { author, merged_at: mergedAt } = request;
  const byOthers = approvalsByOthers(approvals, request);
  if (!byOthers || !author) return {};
  const kinds = byOthers.map(({ user }) => contributorIn(accountOf(user)).kind);
  return {
    // Whether an account that is gone was a person nobody knows.
    approvals: kinds.includes(undefined)
      ? undefined
      : kinds.filter(kind => kind === 'person').length,
    reviews: reviewsOf({
      approvals: byOthers,
      notes: more?.notes,
      author,
      mergedAt,
      accountOf,
    }),
  };
}
