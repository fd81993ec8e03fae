import {
  epochOf,
  HttpFault,
  PolledDelivery,
  PollStream,
  readEach,
  walkNewest,
} from 'backstage-plugin-accountability-node';
import { z } from 'zod';
import { GitlabApi } from './GitlabApi';
import { PolledProject, projectStream } from './projectStream';

/** One of GitLab's lists of a project; it begins with what changed last. */
export interface ListedStream<T> extends Pick<PollStream, 'detailsMerges'> {
  id: string;
  /** Below `/projects/<id>/`. */
  path: string;
  query: Readonly<Record<string, string>>;
  schema: z.ZodType<T>;
  changedAt(thing: T): string | null | undefined;
  toDeliveries(
    thing: T,
    polled: PolledProject,
  ): Promise<PolledDelivery[] | HttpFault> | PolledDelivery[];
}

/** A stream over one of GitLab's lists of each project. */
export function listStream<T>(
  list: ListedStream<T>,
): (api: GitlabApi) => PollStream {
  const { id, detailsMerges } = list;
  return projectStream({ id, detailsMerges }, (polled, request) =>
    walkNewest<T>(
      {
        client: polled.api.rest,
        path: `/projects/${polled.project.id}/${list.path}`,
        query: {
          ...list.query,
          order_by: 'updated_at',
          sort: 'desc',
          updated_after: new Date(request.from).toISOString(),
          per_page: 100,
        },
        read: body => readEach(list.schema, body),
        changedAt: thing => epochOf(list.changedAt(thing)),
        toDeliveries: async thing => list.toDeliveries(thing, polled),
      },
      request,
    ),
  );
}
