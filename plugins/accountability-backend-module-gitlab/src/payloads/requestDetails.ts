import { changeEventSchema } from 'backstage-plugin-accountability-common';
import { z } from 'zod';

const schema = changeEventSchema.pick({
  author: true,
  authorKind: true,
  sponsor: true,
  hotfix: true,
  topics: true,
  provenance: true,
  commits: true,
  files: true,
  additions: true,
  deletions: true,
  code: true,
  paths: true,
  firstAuthoredAt: true,
  firstCommitAt: true,
  headCommitAt: true,
  approvals: true,
  reviews: true,
  bypassed: true,
});

/** What the poller tells of a request beyond its webhook, in the words of record events. */
export type RequestDetails = z.input<typeof schema>;

/** As it stands in a payload; left out where it is not that any more. */
export const requestDetails = z
  .custom<RequestDetails>(given => schema.safeParse(given).success)
  .optional()
  .catch(undefined);
