import {
  askGraphql,
  epochOf,
  OutsideFault,
  PolledDelivery,
  PollRequest,
  PollStep,
  readEach,
} from 'backstage-plugin-accountability-node';
import { z } from 'zod';
import { countApprovals, reviewsSchema } from './countApprovals';
import { pullRequestsQuery } from './pullRequestsQuery';
import { PolledRepository, repositoryStream } from './repositoryStream';

const connection = z.object({
  repository: z.object({
    pullRequests: z.object({
      pageInfo: z.object({
        hasNextPage: z.boolean(),
        endCursor: z.string().nullish(),
      }),
      nodes: z.unknown().optional(),
    }),
  }),
});

const commits = z
  .array(
    z
      .object({
        commit: z.object({
          authoredDate: z.string().nullish(),
          committedDate: z.string().nullish(),
        }),
      })
      .nullable(),
  )
  .nullish();

const pullRequestSchema = z.object({
  number: z.number(),
  title: z.string(),
  body: z.string().nullish(),
  url: z.string(),
  createdAt: z.string(),
  updatedAt: z.string().nullish(),
  closedAt: z.string().nullish(),
  mergedAt: z.string().nullish(),
  baseRefName: z.string(),
  mergeCommit: z.object({ oid: z.string() }).nullish(),
  additions: z.number(),
  deletions: z.number(),
  changedFiles: z.number(),
  headRefName: z.string().nullish(),
  commits: z.object({ totalCount: z.number(), nodes: commits }),
  first: z.object({ nodes: commits }).nullish(),
  labels: z
    .object({ nodes: z.array(z.object({ name: z.string() }).nullable()) })
    .nullish(),
  author: z.object({ __typename: z.string() }).nullish(),
  latestOpinionatedReviews: reviewsSchema.nullish(),
});

type PullRequest = z.output<typeof pullRequestSchema>;

/** Merged and closed pull requests, with all approvals that stand: one question for fifty. */
export const pullRequests = repositoryStream('pull_requests', walk);

async function* walk(
  polled: PolledRepository,
  request: PollRequest,
): AsyncGenerator<PollStep, void> {
  let after = request.cursor;
  for (;;) {
    const answer = await ask(polled, request, after);
    if (answer.status === 'fault') {
      yield answer;
      return;
    }
    const { pageInfo, nodes } = answer.data;
    const listed = readEach(pullRequestSchema, nodes) ?? [];
    const times = listed.flatMap(({ updatedAt }) => epochOf(updatedAt) ?? []);
    const ended = times.some(at => at < request.from) || !pageInfo.hasNextPage;
    after = ended ? undefined : pageInfo.endCursor ?? undefined;
    yield {
      status: 'page',
      deliveries: listed
        .filter(({ updatedAt }) => {
          const at = epochOf(updatedAt);
          return at === undefined || at >= request.from;
        })
        .map(each => toDelivery(each, polled)),
      newest: times.length > 0 ? Math.max(...times) : undefined,
      next: after,
    };
    if (after === undefined) return;
  }
}

async function ask(
  { slug, clients }: PolledRepository,
  { signal, startedAt }: PollRequest,
  after: string | undefined,
) {
  const [owner, name] = slug.split('/');
  const answer = await askGraphql(clients.graphql, {
    path: '/graphql',
    query: pullRequestsQuery,
    variables: { owner, name, after: after ?? null },
    signal,
    now: startedAt,
  });
  if (answer.status === 'fault') return answer;
  const read = connection.safeParse(answer.data);
  if (read.success) {
    return {
      status: 'answered' as const,
      data: read.data.repository.pullRequests,
    };
  }
  const because = `GitHub tells nothing of the pull requests of ${slug}`;
  return {
    status: 'fault' as const,
    fault: new OutsideFault('unreadable', because),
  };
}

/** In the words of webhooks, so that one reader reads both. Nobody is named. */
function toDelivery(
  given: PullRequest,
  { slug, repository }: PolledRepository,
): PolledDelivery {
  const { mergedAt, latestOpinionatedReviews: reviews } = given;
  return {
    key: `${slug}/${given.number}`,
    headers: { 'x-github-event': 'poll.pull_request' },
    payload: {
      pull_request: {
        number: given.number,
        state: 'closed',
        title: given.title,
        body: given.body,
        html_url: given.url,
        created_at: given.createdAt,
        updated_at: given.updatedAt,
        closed_at: given.closedAt,
        merged_at: mergedAt,
        merge_commit_sha: given.mergeCommit?.oid,
        base: { ref: given.baseRefName },
        head: given.headRefName ? { ref: given.headRefName } : undefined,
        first_authored_at: given.first?.nodes?.[0]?.commit.authoredDate,
        first_commit_at: given.first?.nodes?.[0]?.commit.committedDate,
        head_commit_at: given.commits.nodes?.[0]?.commit.committedDate,
        commits: given.commits.totalCount,
        additions: given.additions,
        deletions: given.deletions,
        changed_files: given.changedFiles,
        labels: given.labels?.nodes.flatMap(label => label ?? []),
        user: given.author && { type: given.author.__typename },
      },
      approvals:
        mergedAt && reviews ? countApprovals(reviews, mergedAt) : undefined,
      repository,
    },
  };
}
