import {
  HttpFault,
  PolledDelivery,
  readEach,
  walkNewest,
} from 'backstage-plugin-accountability-node';
import { z } from 'zod';
import { PolledRepository, repositoryStream } from './repositoryStream';

/** One of GitHub's lists of a repository. */
export interface ListedStream<T> {
  id: string;
  /** Below `/repos/<owner>/<name>/`. */
  path: string;
  query: Readonly<Record<string, string | number>>;
  /** Where the list stands in an answer; the answer itself where absent. */
  under?: string;
  schema: z.ZodType<T>;
  changedAt(thing: T): number | undefined;
  sortedBy?(thing: T): number | undefined;
  lookBackMs?: number;
  toDeliveries(
    thing: T,
    polled: PolledRepository,
    signal: AbortSignal,
  ): Promise<PolledDelivery[] | HttpFault> | PolledDelivery[];
}

/** A stream over one of GitHub's lists of each repository. */
export function listStream<T>(list: ListedStream<T>) {
  return repositoryStream(list, (polled, request) =>
    walkNewest<T>(
      {
        client: polled.clients.rest,
        path: `/repos/${polled.slug}/${list.path}`,
        query: { per_page: 100, ...list.query },
        read: body => readEach(list.schema, unwrap(body, list.under)),
        changedAt: list.changedAt,
        sortedBy: list.sortedBy,
        lookBackMs: list.lookBackMs,
        toDeliveries: async thing =>
          list.toDeliveries(thing, polled, request.signal),
      },
      request,
    ),
  );
}

function unwrap(body: unknown, under: string | undefined): unknown {
  if (under === undefined) return body;
  return z.record(z.string(), z.unknown()).safeParse(body).data?.[under];
}
