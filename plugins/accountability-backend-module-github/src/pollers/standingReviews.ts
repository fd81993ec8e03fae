import { epochOf } from 'backstage-plugin-accountability-node';
import { RequestDetails, RequestReview } from './requestDetails';
import { toAccount } from './toAccount';

const verdicts = new Map<string, 'approve' | 'reject' | 'comment'>([
  ['APPROVED', 'approve'],
  ['CHANGES_REQUESTED', 'reject'],
  ['COMMENTED', 'comment'],
]);

/**
 * Reviews by others that stood when a request was merged, and how many people
 * approved. Both are unknown where there are more than were asked for; the
 * number also where one approved whose account is gone, and whether that was a
 * person nobody knows.
 */
export function standingReviews({
  reviews,
  mergedAt,
  author,
}: RequestDetails): { reviews?: ReturnType<typeof tell>; approvals?: number } {
  if (!reviews || reviews.pageInfo.hasNextPage || !mergedAt) return {};
  const until = epochOf(mergedAt) ?? 0;
  const others = reviews.nodes
    .map(review => ({ ...review, at: epochOf(review.submittedAt) ?? 0 }))
    .filter(({ at }) => at > 0 && at <= until)
    .filter(({ author: by }) => !by?.login || by.login !== author?.login)
    .sort((a, b) => a.at - b.at);
  const standing = others.filter(
    (review, index) => !isTakenBack(review, others.slice(index + 1)),
  );
  return { reviews: tell(standing), approvals: countApprovals(standing) };
}

/** Dismissed itself, or decided otherwise by the same person and that dismissed; what was decided later stands beside it. */
function isTakenBack(
  { state, author }: RequestReview,
  later: readonly RequestReview[],
): boolean {
  if (!verdicts.has(state)) return true;
  const login = author?.login;
  return (
    state !== 'COMMENTED' &&
    !!login &&
    later.some(
      review => review.state === 'DISMISSED' && review.author?.login === login,
    )
  );
}

function tell(standing: readonly RequestReview[]) {
  return standing.map(({ state, author, submittedAt, body, comments }) => ({
    user: toAccount(author),
    verdict: verdicts.get(state),
    submitted_at: submittedAt,
    comments: comments
      ? comments.totalCount + (body?.trim() ? 1 : 0)
      : undefined,
  }));
}

/** Each person's last decision counts. */
function countApprovals(
  standing: readonly RequestReview[],
): number | undefined {
  const last = new Map<string, RequestReview>();
  for (const [index, review] of standing.entries()) {
    if (review.state !== 'COMMENTED') {
      last.set(review.author?.login ?? `gone ${index}`, review);
    }
  }
  const approving = [...last.values()].filter(
    ({ state }) => state === 'APPROVED',
  );
  return approving.some(({ author }) => !author)
    ? undefined
    : approving.filter(({ author }) => author?.__typename === 'User').length;
}
