import { changeEventSchema } from 'backstage-plugin-accountability-common';
import { z } from 'zod';
import { account } from './account';
import { optionalCount } from './optionalCount';
import { time } from './times';

const { hotfix, topics, provenance, mergeMethod, sponsor } =
  changeEventSchema.shape;

/** What the poller tells of a pull request beside the request itself. */
export const polledDetails = {
  approvals: optionalCount,
  reviews: z
    .array(
      z.object({
        user: account.nullish(),
        verdict: z.enum(['approve', 'reject', 'comment']),
        submitted_at: time,
        comments: optionalCount,
      }),
    )
    .optional()
    .catch(undefined),
  files: z
    .array(
      z.object({
        path: z.string(),
        additions: optionalCount,
        deletions: optionalCount,
      }),
    )
    .optional()
    .catch(undefined),
  // Worked out by the poller, so that what it was worked out of is not kept.
  sponsor: sponsor.catch(undefined),
  hotfix: hotfix.catch(undefined),
  topics: topics.catch(undefined),
  provenance: provenance.catch(undefined),
  merge_method: mergeMethod.catch(undefined),
};
