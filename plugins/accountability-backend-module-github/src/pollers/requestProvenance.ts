import {
  epochOf,
  GivenCommit,
  Detect,
} from 'backstage-plugin-accountability-node';
import { accountOf } from '../payloads/accountOf';
import { RequestCommit, RequestDetails } from './requestDetails';
import { toAccount } from './toAccount';

/** The first line of a merge that brings a branch up to date. */
const MERGE = /^Merge\b/;

/** What the markers on a request and on its commits say. */
export function requestProvenance(given: RequestDetails, detect: Detect) {
  const at =
    epochOf(given.mergedAt ?? given.closedAt) ?? epochOf(given.createdAt) ?? 0;
  return detect({
    at,
    commits: given.commits.nodes.map(({ commit }) => toCommit(commit, at)),
    author: accountOf(toAccount(given.author)),
    text: given.body ?? undefined,
    branch: given.headRefName ?? undefined,
    labels: given.labels?.nodes.map(({ name }) => name),
  });
}

function toCommit(commit: RequestCommit, mergedAt: number): GivenCommit {
  const { message, committedDate, author, committer } = commit;
  return {
    at: epochOf(committedDate) ?? mergedAt,
    author: toText(author),
    committer: toText(committer),
    message,
    lines: linesOf(commit),
  };
}

/** A merge counts against its first parent: its lines are others' and were reviewed elsewhere. */
function linesOf({ message, additions, deletions }: RequestCommit) {
  if (MERGE.test(message)) return 0;
  return typeof additions === 'number' && typeof deletions === 'number'
    ? additions + deletions
    : undefined;
}

function toText(actor: RequestCommit['author']): string | undefined {
  return actor ? `${actor.name ?? ''} <${actor.email ?? ''}>` : undefined;
}
