import { z } from 'zod';
import { eventFields } from './eventFields';
import { instant } from './instant';

const { base, name, text } = eventFields;

/**
 * Whoever did something, as the source names them, led by it: `github:octocat`,
 * `email:ada@acme.example`. The intake puts a key in the place of the name
 * before anything is kept.
 */
const contributor = name(300);

const count = z.int().min(0);

/** What somebody other than the author said of a change. */
const review = z.strictObject({
  by: contributor.optional(),
  /** Whether a person or a machine said it; absent is unknown. */
  kind: z.enum(['person', 'bot']).optional(),
  verdict: z.enum(['approve', 'reject', 'comment']),
  at: instant,
  /** Remarks that came with it, to lines and to the whole; absent is unknown. */
  comments: count.optional(),
});

/** What the markers on a change say; a lower bound, since unmarked is not human. */
const provenance = z.strictObject({
  /** The strongest by which a machine wrote or helped; absent is no such marker. */
  level: z.enum(['attested', 'declared', 'inferred']).optional(),
  tools: z.array(text(60)).max(20),
  /** Share of it in marked commits, by lines where all are known, else by commits. */
  fraction: z.number().min(0).max(1).optional(),
  /** How many of its commits were read; 0 where the request alone was. */
  commits: count,
  /** Made by a bot that follows rules. */
  automation: z.boolean(),
  /** Suggestions of a reviewing machine were taken over. */
  suggestions: z.boolean(),
  /** Somebody says that no machine took part. */
  none: z.boolean(),
  /** A tool signed off, which only people may. */
  signedByTool: z.boolean(),
  /** Markers as they stand there, the strongest first. */
  evidence: z
    .array(
      z.strictObject({
        marker: text(60),
        tool: text(60),
        level: z.enum(['attested', 'declared', 'inferred']),
        role: z.enum([
          'author',
          'assist',
          'review-suggestion',
          'automation',
          'none',
        ]),
        text: text(200),
      }),
    )
    .max(20),
});

/** Most paths that a change keeps; `files` tells of more. */
export const mostPaths = 200;

/** An event of a change: a pull or merge request, or a push with no request behind it. */
export const changeEventSchema = z.strictObject({
  ...base,
  kind: z.literal('change'),
  /** `reviewed` carries a review and moves no state. */
  state: z.enum(['opened', 'merged', 'closed', 'reviewed']),
  /** `push`: straight to a branch, with no request behind it; absent is a request. */
  origin: z.enum(['request', 'push']).optional(),
  /** Branch it goes to, and whether that is the default one; absent is unknown. */
  branch: text(300).optional(),
  defaultBranch: z.boolean().optional(),
  sha: text(64).optional(),
  /** The last commit of the request itself, as builds before its merge ran on it. */
  headSha: text(64).optional(),
  /** When its first commit was written (author's date), and when it was committed as it is now; a rebase moves only the latter. */
  firstAuthoredAt: instant.optional(),
  firstCommitAt: instant.optional(),
  /** When its last commit was committed. */
  headCommitAt: instant.optional(),
  /** That it was made to mend production: by a label, or the name of its branch. */
  hotfix: z.boolean().optional(),
  /** Of the request, before a squash. */
  commits: count.optional(),
  files: count.optional(),
  additions: count.optional(),
  deletions: count.optional(),
  /** Size without lockfiles, generated and vendored files: files, of them source and tests, and lines. */
  code: z
    .strictObject({
      files: count,
      sources: count,
      tests: count,
      additions: count,
      deletions: count,
    })
    .optional(),
  /** Files that it touches, from the root of the repository. */
  paths: z.array(text(500)).max(mostPaths).optional(),
  mergeMethod: z.enum(['merge', 'squash', 'rebase']).optional(),
  /** Who asked for it, or for a push who wrote its last commit; and whether that is a machine. */
  author: contributor.optional(),
  authorKind: z.enum(['person', 'bot']).optional(),
  /** The person for whom a machine wrote it. */
  sponsor: contributor.optional(),
  /** All approvals by people other than the author; absent is unknown. */
  approvals: count.optional(),
  /** One review by somebody other than the author. `withdraw` takes back an earlier one of the same id. */
  review: review
    .omit({ at: true })
    .extend({
      id: text(100),
      verdict: z.enum(['approve', 'reject', 'comment', 'withdraw']),
    })
    .optional(),
  /** All reviews by others that stand, as of the merge, for senders that tell them at once. */
  reviews: z.array(review).max(100).optional(),
  /** How the change is marked as machine-written, for senders that know no more; absent is "no marker", not "human". */
  machineWritten: z.enum(['attested', 'declared', 'inferred']).optional(),
  provenance: provenance.optional(),
  /** Rules that its merge went round, in the source's words; none is an empty list, absent is unknown. */
  bypassed: z.array(text(100)).max(20).optional(),
  /** What it shares with changes elsewhere: keys of issues. */
  topics: z.array(name(100)).max(20).optional(),
  /** Record id or SHA that this change undoes. */
  reverts: text(300).optional(),
});

/** See `changeEventSchema`; instants are epoch milliseconds. */
export type ChangeEvent = z.output<typeof changeEventSchema>;

/** See `provenance` of a change. */
export type ChangeProvenance = z.output<typeof provenance>;

/** See `reviews` of a change. */
export type ChangeReview = z.output<typeof review>;
