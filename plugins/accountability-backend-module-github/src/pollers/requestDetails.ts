import { z } from 'zod';

const account = z
  .object({ __typename: z.string(), login: z.string().nullish() })
  .nullish();

const actor = z
  .object({ name: z.string().nullish(), email: z.string().nullish() })
  .nullish();

/** A list, without what GitHub does not show. */
const listOf = <T extends z.ZodType>(each: T) =>
  z
    .array(each.nullable())
    .nullish()
    .transform(
      (nodes): z.output<T>[] =>
        nodes?.flatMap(node => (node === null ? [] : [node])) ?? [],
    );

const commit = z.object({
  oid: z.string(),
  message: z.string(),
  additions: z.number().nullish(),
  deletions: z.number().nullish(),
  authoredDate: z.string().nullish(),
  committedDate: z.string().nullish(),
  author: actor,
  committer: actor,
});

const review = z.object({
  state: z.string(),
  submittedAt: z.string().nullish(),
  body: z.string().nullish(),
  author: account,
  comments: z.object({ totalCount: z.number() }).nullish(),
});

/** A pull request as it is asked for. */
export const requestDetails = z.object({
  number: z.number(),
  title: z.string(),
  body: z.string().nullish(),
  url: z.string(),
  createdAt: z.string(),
  updatedAt: z.string().nullish(),
  closedAt: z.string().nullish(),
  mergedAt: z.string().nullish(),
  baseRefName: z.string(),
  headRefName: z.string().nullish(),
  headRefOid: z.string().nullish(),
  additions: z.number(),
  deletions: z.number(),
  changedFiles: z.number(),
  author: account,
  assignees: z.object({ nodes: listOf(account) }).nullish(),
  labels: z.object({ nodes: listOf(z.object({ name: z.string() })) }).nullish(),
  mergeCommit: z
    .object({
      oid: z.string(),
      authoredDate: z.string().nullish(),
      parents: z.object({ totalCount: z.number() }).nullish(),
    })
    .nullish(),
  files: z
    .object({
      nodes: listOf(
        z.object({
          path: z.string(),
          additions: z.number(),
          deletions: z.number(),
        }),
      ),
    })
    .nullish(),
  commits: z.object({
    totalCount: z.number(),
    nodes: listOf(z.object({ commit })),
  }),
  last: z
    .object({
      nodes: listOf(
        z.object({ commit: z.object({ committedDate: z.string().nullish() }) }),
      ),
    })
    .nullish(),
  reviews: z
    .object({
      pageInfo: z.object({ hasNextPage: z.boolean() }),
      nodes: listOf(review),
    })
    .nullish(),
});

/** See `requestDetails`. */
export type RequestDetails = z.output<typeof requestDetails>;

/** A commit of a request. */
export type RequestCommit = z.output<typeof commit>;

/** Somebody's review of a request. */
export type RequestReview = z.output<typeof review>;
