import { defineCollector } from 'backstage-plugin-accountability-node';
import { z } from 'zod';
import { changeBase } from '../payloads/changeBase';
import { repositoryPayload } from '../payloads/repositoryPayload';
import { optionalTime, requireTime, time } from '../payloads/times';

const user = z.object({ id: z.number(), type: z.string().nullish() });

const schema = z.object({
  review: z.object({
    id: z.number(),
    state: z.string().toLowerCase(),
    submitted_at: optionalTime,
    updated_at: optionalTime,
    /** Only to tell whether it is the author or a machine. */
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
          review: { id: String(review.id), verdict },
        },
      ],
    };
  },
});

/** A review counts by a person other than the author. */
function reasonToLeaveOut({ review, pull_request: request }: Payload) {
  if (!review.user) return 'GitHub does not say whose review it is';
  if (review.user.type === 'Bot') return 'A machine reviewed it';
  if (review.user.id === request.user?.id) return 'Its author reviewed it';
  return undefined;
}

/** A dismissed review keeps when it was submitted. */
function saidAt({ review, pull_request: request }: Payload): string {
  return requireTime(
    review.state === 'dismissed'
      ? review.updated_at ?? request.updated_at
      : review.submitted_at,
  );
}
