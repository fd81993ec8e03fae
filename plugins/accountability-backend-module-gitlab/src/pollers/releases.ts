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
import { Project } from './GitlabApi';
import { hookOf } from './hookOf';
import { projectStream } from './projectStream';

/** GitLab lists releases by when they were made; one may be planned so far ahead. */
const LONGEST_PLAN_MS = 30 * 24 * 60 * 60_000;

/** Only GraphQL tells the id by which webhooks name a release. */
const query = `
query($path: ID!, $after: String) {
  project(fullPath: $path) {
    releases(first: 50, after: $after, sort: CREATED_DESC) {
      pageInfo { hasNextPage endCursor }
      nodes {
        id tagName name createdAt releasedAt
        commit { sha }
        links { selfUrl }
      }
    }
  }
}`;

const connection = z.object({
  project: z.object({
    releases: z.object({
      pageInfo: z.object({
        hasNextPage: z.boolean(),
        endCursor: z.string().nullish(),
      }),
      nodes: z.unknown().optional(),
    }),
  }),
});

const releaseSchema = z.object({
  id: z
    .string()
    .transform(id => Number(/\/(\d+)$/.exec(id)?.[1]))
    .pipe(z.int()),
  tagName: z.string(),
  name: z.string().nullish(),
  createdAt: z.string(),
  releasedAt: z.string().nullish(),
  commit: z.object({ sha: z.string() }).nullish(),
  links: z.object({ selfUrl: z.string().nullish() }).nullish(),
});

type Release = z.output<typeof releaseSchema>;

/** Releases, fifty in one question. */
export const releases = projectStream(
  { id: 'releases' },
  async function* walk(
    { api, project },
    request,
  ): AsyncGenerator<PollStep, void> {
    const { signal, startedAt, from } = request;
    let after = request.cursor;
    for (;;) {
      const answer = await askGraphql(api.graphql, {
        path: '/graphql',
        query,
        variables: { path: project.path_with_namespace, after: after ?? null },
        signal,
        now: startedAt,
      });
      if (answer.status === 'fault') {
        yield answer;
        return;
      }
      const read = connection.safeParse(answer.data);
      if (!read.success) {
        yield unreadable(project);
        return;
      }
      const { pageInfo, nodes } = read.data.project.releases;
      const listed = readEach(releaseSchema, nodes) ?? [];
      const made = listed.flatMap(({ createdAt }) => epochOf(createdAt) ?? []);
      const ended = made.some(at => at < from - LONGEST_PLAN_MS);
      after =
        ended || !pageInfo.hasNextPage
          ? undefined
          : pageInfo.endCursor ?? undefined;
      yield {
        status: 'page',
        deliveries: listed
          .filter(release => isNew(release, request))
          .map(release => toDelivery(release, project, request)),
        newest: made.length > 0 ? Math.max(...made) : undefined,
        next: after,
      };
      if (after === undefined) return;
    }
  },
);

/** It was made since, or what was planned has come about since. */
function isNew(
  { createdAt, releasedAt }: Release,
  { from, startedAt }: PollRequest,
): boolean {
  const releasedSince = epochOf(releasedAt) ?? -Infinity;
  return (
    (epochOf(createdAt) ?? Infinity) >= from ||
    (releasedSince >= from && releasedSince <= startedAt)
  );
}

/** A planned one is told again when its time has come, though nothing in it changed: then it is another delivery. */
function toDelivery(
  release: Release,
  project: Project,
  { startedAt }: PollRequest,
): PolledDelivery {
  const isPlanned = (epochOf(release.releasedAt) ?? 0) > startedAt;
  return hookOf({
    key: `${release.id}/${isPlanned ? 'planned' : 'released'}`,
    event: 'Release Hook',
    project,
    payload: {
      object_kind: 'release',
      id: release.id,
      tag: release.tagName,
      name: release.name,
      action: isPlanned ? 'create' : 'update',
      created_at: release.createdAt,
      released_at: release.releasedAt,
      url: release.links?.selfUrl,
      commit: release.commit && { id: release.commit.sha },
    },
  });
}

function unreadable({ path_with_namespace: path }: Project): PollStep {
  const because = `GitLab tells nothing of the releases of ${path}`;
  return { status: 'fault', fault: new OutsideFault('unreadable', because) };
}
