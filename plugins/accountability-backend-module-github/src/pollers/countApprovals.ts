import { epochOf } from 'backstage-plugin-accountability-node';
import { z } from 'zod';

/** Reviews of a pull request: of each reviewer the last that approves, asks for changes or was dismissed. */
export const reviewsSchema = z.object({
  pageInfo: z.object({ hasNextPage: z.boolean() }),
  nodes: z.array(
    z
      .object({
        state: z.string(),
        submittedAt: z.string().nullish(),
        author: z.object({ __typename: z.string() }).nullish(),
      })
      .nullable(),
  ),
});

type Reviews = z.output<typeof reviewsSchema>;

/**
 * Approvals by people up to the merge. Undefined where it cannot be told:
 * there are more reviews than were asked for, or one approved whose account is
 * gone, and whether that was a person nobody knows.
 */
export function countApprovals(
  { pageInfo, nodes }: Reviews,
  mergedAt: string,
): number | undefined {
  if (pageInfo.hasNextPage) return undefined;
  const approving = nodes.flatMap(review => {
    const isBefore =
      (epochOf(review?.submittedAt) ?? 0) <= (epochOf(mergedAt) ?? 0);
    return review?.state === 'APPROVED' && isBefore
      ? [review.author?.__typename]
      : [];
  });
  return approving.includes(undefined)
    ? undefined
    : approving.filter(type => type === 'User').length;
}
