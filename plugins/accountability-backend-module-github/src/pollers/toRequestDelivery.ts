import {
  isHotfix,
  PolledDelivery,
  withoutPeople,
} from 'backstage-plugin-accountability-node';
import { accountKind } from '../payloads/accountKind';
import { sponsorOf } from '../payloads/sponsorOf';
import { topicsIn } from '../payloads/topicsIn';
import { mergeMethodOf } from './mergeMethodOf';
import { PolledRepository } from './repositoryStream';
import { RequestDetails } from './requestDetails';
import { requestProvenance } from './requestProvenance';
import { standingReviews } from './standingReviews';
import { toAccount } from './toAccount';

/** What is kept of a request's text: only what it reverts is read of it. */
const MOST_OF_BODY = 4000;

/**
 * A request in the words of webhooks, so that one reader reads both. Whom a
 * commit, a branch or a text names is compared here and left out; accounts are
 * named only where they become contributors.
 */
export function toRequestDelivery(
  given: RequestDetails,
  { slug, repository, detect }: PolledRepository,
): PolledDelivery {
  const { headRefName, labels, title } = given;
  const names = labels?.nodes.map(({ name }) => name) ?? [];
  return {
    key: `${slug}/${given.number}`,
    headers: { 'x-github-event': 'poll.pull_request' },
    payload: {
      pull_request: requestOf(given),
      ...standingReviews(given),
      merge_method: mergeMethodOf(given),
      sponsor: sponsorFor(given),
      hotfix: isHotfix([headRefName ?? undefined, ...names]),
      topics: topicsIn([title, headRefName], loginsIn(given)),
      files: given.files?.nodes,
      provenance: requestProvenance(given, detect),
      repository,
    },
  };
}

function requestOf(given: RequestDetails) {
  const { commits, last } = given;
  return {
    number: given.number,
    state: 'closed',
    title: withoutPeople(given.title),
    body: given.body && withoutPeople(given.body.slice(0, MOST_OF_BODY)),
    html_url: given.url,
    created_at: given.createdAt,
    updated_at: given.updatedAt,
    closed_at: given.closedAt,
    merged_at: given.mergedAt,
    merge_commit_sha: given.mergeCommit?.oid,
    head_sha: given.headRefOid ?? undefined,
    base: { ref: given.baseRefName },
    first_authored_at: commits.nodes[0]?.commit.authoredDate,
    first_commit_at: commits.nodes[0]?.commit.committedDate,
    head_commit_at: last?.nodes[0]?.commit.committedDate,
    commits: commits.totalCount,
    additions: given.additions,
    deletions: given.deletions,
    changed_files: given.changedFiles,
    labels: given.labels?.nodes,
    user: toAccount(given.author),
  };
}

/** A person who asked for a change needs nobody to answer for it. */
function sponsorFor(given: RequestDetails): string | undefined {
  if (accountKind(toAccount(given.author)) !== 'bot') return undefined;
  return sponsorOf({
    messages: given.commits.nodes.map(({ commit }) => commit.message),
    assignees: given.assignees?.nodes.flatMap(each => toAccount(each) ?? []),
    body: given.body,
  });
}

function loginsIn({ author, assignees, reviews }: RequestDetails) {
  return [
    author,
    ...(assignees?.nodes ?? []),
    ...(reviews?.nodes ?? []).map(review => review.author),
  ].map(each => each?.login ?? undefined);
}
