import { createHash } from 'node:crypto';
import { ChangeEvent } from 'backstage-plugin-accountability-common';
import { Account } from './accountPayload';
import { contributorIn } from './contributorIn';
import { RequestPayload } from './requestPayload';

type Review = NonNullable<ChangeEvent['review']>;

/** Stands for whoever approves without being listed as a reviewer. */
const UNLISTED = 'approval';

/**
 * The reviews that a payload gives or takes back. Each reviewer's approval is
 * one of its own. When a push resets approvals GitLab does not say whose they
 * were, but lists the reviewers: so all of theirs go. Approvals by anybody else
 * share one review, which goes with them and with any that is taken back:
 * rather too few stand than one that is gone.
 */
export function reviewsTold(
  payload: RequestPayload,
  verdict: 'approve' | 'withdraw',
): Review[] {
  const { user, object_attributes: request } = payload;
  const reviewers = payload.reviewers ?? [];
  if (verdict === 'withdraw') {
    const theirs = request.system ? reviewers : [user ?? {}];
    const ids = theirs.map(one => reviewId(payload, one));
    return [...new Set([...ids, UNLISTED])].map(id => ({ id, verdict }));
  }
  const isListed = reviewers.some(({ id }) => id === user?.id);
  const id = user && isListed ? reviewId(payload, user) : UNLISTED;
  return [{ id, verdict, ...contributorIn(user) }];
}

/**
 * Tells the reviewers of one request apart and names none. It is made of
 * numbers that only GitLab knows, so that nobody can try names against it.
 */
function reviewId(
  { object_attributes: request }: RequestPayload,
  { id, username }: Account,
): string {
  const { id: number, author_id: author } = request;
  if ([number, author, id, username].includes(undefined)) return UNLISTED;
  const digest = createHash('sha256')
    .update([number, author, id, username].join(' '))
    .digest('hex');
  return `${UNLISTED}-${digest.slice(0, 12)}`;
}
