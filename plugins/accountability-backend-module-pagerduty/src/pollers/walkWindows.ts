import {
  HttpClient,
  OutsideFault,
  PolledDelivery,
  PollRequest,
  PollStep,
} from 'backstage-plugin-accountability-node';
import { z } from 'zod';

/** One of PagerDuty's lists over the whole account. */
export interface WindowedList {
  client: HttpClient;
  /** `/log_entries`. */
  path: string;
  query: Readonly<Record<string, string | readonly string[]>>;
  /** Deliveries of one answer; undefined where it is not what is known. */
  read(body: unknown): PolledDelivery[] | undefined;
}

/** Where a pass is; instants are epoch milliseconds. */
interface Place {
  since: number;
  until: number;
  offset: number;
}

const PAGE = 100;
/** PagerDuty answers no more than this of one question. */
const MOST_OFFSET = 10_000;
const DAY = 24 * 60 * 60_000;
const SECOND = 1000;

const placeSchema = z.object({
  since: z.number(),
  until: z.number(),
  offset: z.number(),
});
const envelope = z.object({ more: z.boolean().nullish() });

/**
 * Walks a list from `from` to when the pass began, day by day from the oldest
 * on. A day of more than PagerDuty lists is halved until it fits.
 */
export async function* walkWindows(
  list: WindowedList,
  request: PollRequest,
): AsyncGenerator<PollStep, void> {
  const first = firstPlace(request);
  let place: Place | undefined = readPlace(request.cursor) ?? first;
  while (place) {
    const step = await ask(list, request, place);
    if ('fault' in step) {
      yield step;
      return;
    }
    place = nextPlace(place, step.more, request);
    yield {
      status: 'page',
      deliveries: step.deliveries,
      newest: place ? undefined : request.startedAt,
      next: place && JSON.stringify(place),
    };
  }
}

function firstPlace({ from, startedAt }: PollRequest): Place {
  return { since: from, until: Math.min(from + DAY, startedAt), offset: 0 };
}

function readPlace(cursor: string | undefined): Place | undefined {
  if (cursor === undefined) return undefined;
  try {
    return placeSchema.parse(JSON.parse(cursor));
  } catch {
    return undefined;
  }
}

async function ask(list: WindowedList, request: PollRequest, place: Place) {
  const answer = await list.client.get({
    path: list.path,
    query: {
      ...list.query,
      since: new Date(place.since).toISOString(),
      until: new Date(place.until).toISOString(),
      limit: PAGE,
      offset: place.offset,
    },
    signal: request.signal,
  });
  if (answer.status === 'fault') return answer;
  const body = answer.status === 'answered' ? answer.body : undefined;
  const read = envelope.safeParse(body);
  const deliveries = list.read(body);
  if (read.success && deliveries) {
    return { more: read.data.more ?? false, deliveries };
  }
  return {
    status: 'fault' as const,
    fault: new OutsideFault(
      'unreadable',
      `${list.path} answers what PagerDuty's list is not`,
    ),
  };
}

/** The next page of the window, else the next window; undefined at the end of the pass. */
function nextPlace(
  { since, until, offset }: Place,
  more: boolean,
  { startedAt }: PollRequest,
): Place | undefined {
  if (more && offset + 2 * PAGE <= MOST_OFFSET) {
    return { since, until, offset: offset + PAGE };
  }
  if (more && until - since >= 2 * SECOND) {
    return { since, until: since + (until - since) / 2, offset: 0 };
  }
  return until < startedAt
    ? { since: until, until: Math.min(until + DAY, startedAt), offset: 0 }
    : undefined;
}
