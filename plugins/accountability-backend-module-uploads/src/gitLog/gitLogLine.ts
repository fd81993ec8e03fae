import { readInstant } from 'backstage-plugin-accountability-node';
import { z } from 'zod';

const time = z
  .string()
  .transform(text => readInstant(text) ?? '')
  .refine(text => text !== '', 'must be a time with a zone, from 1970 on');
const count = z.int().min(0);

const commit = z.strictObject({
  /** When it was committed as it is now, and when it was written. */
  at: time,
  authoredAt: time.optional(),
  email: z.string().max(320),
  /** What stands in parentheses behind the author's name: `(aider)`. */
  nameSuffix: z.string().max(100).optional(),
  committerEmail: z.string().max(320).optional(),
  message: z.string().max(8000),
  lines: count.optional(),
  /** That it is a merge itself. */
  merge: z.literal(true).optional(),
});

/** One line of the upload: a commit on the branch, and what it brought. */
export const gitLogLine = z.strictObject({
  sha: z
    .string()
    .regex(/^([0-9a-f]{40}|[0-9a-f]{64})$/i, 'must be a whole SHA')
    .toLowerCase(),
  /** When it was committed. */
  at: time,
  title: z.string().max(2000).optional(),
  /** Of the pull or merge request that it is. */
  number: z.int().positive().optional(),
  method: z.enum(['merge', 'squash', 'other']),
  /** Files that it changes, a merge against its first parent. One without lines has none, as a picture. */
  files: z
    .array(
      z.strictObject({
        path: z.string().max(4096),
        additions: count.optional(),
        deletions: count.optional(),
      }),
    )
    .max(5000),
  /** How many more there are. */
  filesLeftOut: count.optional(),
  /** Of a merge what it merged, oldest first; else itself. */
  commits: z.array(commit).max(1000),
  /** How many more it merged, the oldest. */
  commitsLeftOut: count.optional(),
});

/** See `gitLogLine`. */
export type GitLogLine = z.output<typeof gitLogLine>;

/** See `commits` of a line. */
export type LoggedCommit = z.output<typeof commit>;
