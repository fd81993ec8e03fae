import { defineCollector } from 'backstage-plugin-accountability-node';
import { z } from 'zod';

/** Somebody wrote about a line. */
export const pullRequestReviewComment = defineCollector({
  event: 'pull_request_review_comment',
  schema: z.object({}),
  collect: () => ({
    ignored: 'The review that it belongs to tells the verdict',
  }),
});
