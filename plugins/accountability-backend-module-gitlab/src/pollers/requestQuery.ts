import { z } from 'zod';
import { accountPayload } from '../payloads/accountPayload';

/** What only GraphQL tells of a merge request in one question. A field that a GitLab does not know makes it refuse all of them. */
export const requestQuery = `
query($path: ID!, $iid: String!) {
  project(fullPath: $path) {
    onlyAllowMergeIfPipelineSucceeds
    mergeRequest(iid: $iid) {
      author { username bot }
      assignees(first: 20) { nodes { username bot } }
      approvedBy(first: 100) { nodes { username bot } }
      headPipeline { status finishedAt }
      diffStats { path additions deletions }
      diffStatsSummary { additions deletions fileCount }
      commitCount
      commits(first: 100) {
        nodes { message authorName authorEmail authoredDate committedDate }
      }
      notes(first: 100) {
        pageInfo { hasNextPage }
        nodes { system createdAt author { username bot } }
      }
    }
  }
}`;

const count = z.int().min(0);
const text = z.string().nullish();
const accounts = z.object({ nodes: z.array(accountPayload) }).nullish();

const commit = z.object({
  message: text,
  authorName: text,
  authorEmail: text,
  authoredDate: text,
  committedDate: text,
});

const note = z.object({
  system: z.boolean(),
  createdAt: z.string(),
  author: accountPayload.nullish(),
});

const file = z.object({ path: z.string(), additions: count, deletions: count });

/** The answer to `requestQuery`. */
export const requestAnswer = z.object({
  project: z.object({
    onlyAllowMergeIfPipelineSucceeds: z.boolean().nullish(),
    mergeRequest: z.object({
      author: accountPayload.nullish(),
      assignees: accounts,
      approvedBy: accounts,
      headPipeline: z.object({ status: text, finishedAt: text }).nullish(),
      diffStats: z.array(file).nullish(),
      diffStatsSummary: z
        .object({ additions: count, deletions: count, fileCount: count })
        .nullish(),
      commitCount: count.nullish(),
      commits: z.object({ nodes: z.array(commit) }).nullish(),
      notes: z
        .object({
          pageInfo: z.object({ hasNextPage: z.boolean() }),
          nodes: z.array(note),
        })
        .nullish(),
    }),
  }),
});

/** What GraphQL tells of a merge request. */
export type AskedRequest = z.output<
  typeof requestAnswer
>['project']['mergeRequest'];

/** A commit of a merge request. */
export type AskedCommit = z.output<typeof commit>;
