import { defineCollector } from 'backstage-plugin-accountability-node';
import { z } from 'zod';

/** A talk about a line was ended or taken up again. */
export const pullRequestReviewThread = defineCollector({
  event: 'pull_request_review_thread',
  schema: z.object({}),
  collect: () => ({
    ignored: 'The review that it belongs to tells the verdict',
  }),
});
