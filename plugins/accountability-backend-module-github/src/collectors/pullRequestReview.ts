import {
  contributorOf,
  defineCollector,
} from 'backstage-plugin-accountability-node';
import { z } from 'zod';
import { account } from '../payloads/account';
import { accountKind } from '../payloads/accountKind';
import { accountOf } from '../payloads/accountOf';
import { changeBase } from '../payloads/changeBase';
import { repositoryPayload } from '../payloads/repositoryPayload';
import { optionalTime, requireTime, time } from '../payloads/times';

const user = account.extend({ id: z.number() });

const schema = z.object({
  review: z.object({
    id: z.number(),
    state: z.string().toLowerCase(),
    submitted_at: optionalTime,
    updated_at: optionalTime,
    /** Only for whether there is any. */
    body: z.string().nullish().catch(undefined),
    user: user.nullish(),
  }),
  pull_request: z.object({
    number: z.int().min(1),
    created_at: time,
    updated_at: optionalTime,
    merged_at: optionalTime,
    user: user.nullish(),
  }),
  repository: repositoryPayload,
});

type Payload = z.output<typeof schema>;

type Verdict = 'approve' | 'reject' | 'comment' | 'withdraw';

const verdicts = new Map<string, Verdict>([
  ['approved', 'approve'],
  ['changes_requested', 'reject'],
  ['commented', 'comment'],
  ['dismissed', 'withdraw'],
]);

/** Somebody other than the author reviewed a pull request, or their review was dismissed. */
export const pullRequestReview = defineCollector({
  event: 'pull_request_review',
  schema,
  collect: payload => {
    const { review, pull_request: request, repository } = payload;
    const verdict = verdicts.get(review.state);
    if (!verdict) {
      return { ignored: `A review that is "${review.state}" says nothing yet` };
    }
    const because = reasonToLeaveOut(payload);
    if (because) return { ignored: because };
    const at = saidAt(payload);
    // What is said after the merge changes nothing of how it was merged.
    if (request.merged_at && at > request.merged_at) {
      return { ignored: 'The request was merged before' };
    }
    const base = changeBase(repository, request.number);
    return {
      events: [
        { ...base, state: 'opened', at: request.created_at },
        {
          ...base,
          state: 'reviewed',
          at,
          review: {
            id: String(review.id),
            by: contributorOf('github', accountOf(review.user)),
            kind: accountKind(review.user),
            verdict,
            comments: remarksOf(review),
          },
        },
      ],
    };
  },
});

/** A review counts by somebody other than the author; whether that is a machine is told with it. */
function reasonToLeaveOut({ review, pull_request: request }: Payload) {
  if (!review.user) return 'GitHub does not say whose review it is';
  if (review.user.id === request.user?.id) return 'Its author reviewed it';
  return undefined;
}

/** States that GitHub takes only with a remark, to a line or to the whole. */
const remarking = ['commented', 'changes_requested'];

/**
 * One, where there is at least one: those to lines are not in the payload, and
 * more than one may have come. Unknown otherwise: an approval without words may
 * have come with remarks to lines.
 */
function remarksOf({ state, body }: Payload['review']): number | undefined {
  if (state === 'dismissed') return undefined;
  return body?.trim() || remarking.includes(state) ? 1 : undefined;
}

/** A dismissed review keeps when it was submitted. */
function saidAt({ review, pull_request: request }: Payload): string {
  return requireTime(
    review.state === 'dismissed'
      ? review.updated_at ?? request.updated_at
      : review.submitted_at,
  );
}
