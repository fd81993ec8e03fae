import {
  askGraphql,
  epochOf,
  HttpFault,
  OutsideFault,
  PolledDelivery,
  PollRequest,
  PollStep,
  readEach,
} from 'backstage-plugin-accountability-node';
import { z } from 'zod';
import { changedRequestsQuery } from './changedRequestsQuery';
import { PolledRepository, repositoryStream } from './repositoryStream';
import { requestDetails } from './requestDetails';
import { mostRequestsAtOnce, requestDetailsQuery } from './requestDetailsQuery';
import { toRequestDelivery } from './toRequestDelivery';

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

const detailed = z.object({ nodes: z.array(z.unknown()) });

const listedSchema = z.object({
  id: z.string(),
  updatedAt: z.string().nullish(),
});

/** Merged and closed pull requests, each with all that its merge tells of it. */
export const pullRequests = repositoryStream(
  { id: 'pull_requests', detailsMerges: true },
  walk,
);

async function* walk(
  polled: PolledRepository,
  request: PollRequest,
): AsyncGenerator<PollStep, void> {
  let after = request.cursor;
  for (;;) {
    const answer = await askForChanged(polled, request, after);
    if ('fault' in answer) {
      yield answer;
      return;
    }
    const { pageInfo, nodes } = answer;
    const listed = readEach(listedSchema, nodes) ?? [];
    const times = listed.flatMap(({ updatedAt }) => epochOf(updatedAt) ?? []);
    const ended = times.some(at => at < request.from) || !pageInfo.hasNextPage;
    after = ended ? undefined : pageInfo.endCursor ?? undefined;
    const changed = listed.filter(
      ({ updatedAt }) => (epochOf(updatedAt) ?? Infinity) >= request.from,
    );
    const deliveries = await describe(
      changed.map(({ id }) => id),
      polled,
      request,
    );
    if ('fault' in deliveries) {
      yield deliveries;
      return;
    }
    yield {
      status: 'page',
      deliveries,
      newest: times.length > 0 ? Math.max(...times) : undefined,
      next: after,
    };
    if (after === undefined) return;
  }
}

/** Asks about requests, a few at once. */
async function describe(
  ids: readonly string[],
  polled: PolledRepository,
  request: PollRequest,
): Promise<PolledDelivery[] | HttpFault> {
  const deliveries: PolledDelivery[] = [];
  for (let from = 0; from < ids.length; from += mostRequestsAtOnce) {
    const answer = await ask(polled, request, {
      query: requestDetailsQuery,
      variables: { ids: ids.slice(from, from + mostRequestsAtOnce) },
      schema: detailed,
    });
    if ('fault' in answer) return answer;
    const read = readEach(requestDetails, answer.nodes) ?? [];
    deliveries.push(...read.map(each => toRequestDelivery(each, polled)));
  }
  return deliveries;
}

async function askForChanged(
  polled: PolledRepository,
  request: PollRequest,
  after: string | undefined,
) {
  const [owner, name] = polled.slug.split('/');
  const answer = await ask(polled, request, {
    query: changedRequestsQuery,
    variables: { owner, name, after: after ?? null },
    schema: connection,
  });
  return 'fault' in answer ? answer : answer.repository.pullRequests;
}

async function ask<T extends object>(
  { slug, clients }: PolledRepository,
  { signal, startedAt }: PollRequest,
  question: {
    query: string;
    variables: Readonly<Record<string, unknown>>;
    schema: z.ZodType<T>;
  },
): Promise<T | HttpFault> {
  const { query, variables, schema } = question;
  const answer = await askGraphql(clients.graphql, {
    path: '/graphql',
    query,
    variables,
    signal,
    now: startedAt,
  });
  if (answer.status === 'fault') return answer;
  const read = schema.safeParse(answer.data);
  if (read.success) return read.data;
  const because = `GitHub tells nothing of the pull requests of ${slug}`;
  return { status: 'fault', fault: new OutsideFault('unreadable', because) };
}
