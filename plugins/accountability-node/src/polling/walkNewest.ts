import { z } from 'zod';
import {
  HttpAnswer,
  HttpClient,
  HttpFault,
  HttpRequest,
  OutsideFault,
} from '../http';
import { PolledDelivery, PollRequest, PollStep } from './Poller';

/** A list that begins with the newest, whose pages name the next in a `Link` header. */
export interface NewestFirst<T> {
  client: HttpClient;
  path: string;
  query: HttpRequest['query'];
  /** The things of an answer; undefined where it is not what is known. */
  read(body: unknown): T[] | undefined;
  /** When it last changed, epoch milliseconds; undefined where it does not say, and it is told then. */
  changedAt(thing: T): number | undefined;
  /** What the list is sorted by, where that is another time than of the last change. */
  sortedBy?(thing: T): number | undefined;
  /** How much earlier than `from` a thing may stand in the list that changed since; 0 where absent. Milliseconds. */
  lookBackMs?: number;
  /** May ask for more about the thing. */
  toDeliveries(thing: T): Promise<PolledDelivery[] | HttpFault>;
}

/** Where a pass is: on a page, below what was told of it. */
interface Place {
  url: string;
  /** Things sorted above this instant are told. */
  below?: number;
}

/**
 * An etag holds only for what changed longer ago than this: two changes within
 * one second of the source's clock may look the same. Milliseconds.
 */
const FRESH_MS = 60_000;

/** Things told between two points from which a pass can be resumed: each may take requests of its own. */
const MOST_AT_ONCE = 25;

/**
 * Walks a list until what is left of it is old. What changes meanwhile moves
 * to its front and moves the rest back: it is told twice rather than never,
 * and the next pass tells the change. The etag holds for a pass of one page:
 * there nothing that may change stands on another.
 */
export async function* walkNewest<T>(
  list: NewestFirst<T>,
  request: PollRequest,
): AsyncGenerator<PollStep, void> {
  let place = readPlace(request.cursor);
  let isFirst = !place;
  for (;;) {
    const answer = await ask(list, request, place);
    if (answer.status !== 'answered') {
      yield answer.status === 'fault' ? answer : unchanged(request);
      return;
    }
    const things = list.read(answer.body);
    if (!things) {
      yield unreadable(list.path);
      return;
    }
    const past = request.from - (list.lookBackMs ?? 0);
    const ended = things.some(
      thing => (sortOf(list, thing) ?? Infinity) < past,
    );
    const next = ended ? undefined : answer.next;
    const isSettled = things.every(
      thing => (list.changedAt(thing) ?? 0) < request.startedAt - FRESH_MS,
    );
    const isWhole = isFirst && next === undefined;
    const etag = isWhole && isSettled ? answer.etag : undefined;
    const last = next === undefined ? { etag } : { next: write({ url: next }) };
    const failed = yield* tell(list, request, {
      url: answer.url,
      things: notYetTold(list, things, place),
      last,
    });
    if (failed || next === undefined) return;
    place = { url: next };
    isFirst = false;
  }
}

interface Page<T> {
  url: string;
  things: readonly T[];
  /** What its last step carries. */
  last: { next?: string; etag?: string };
}

/** Tells of a page, some things at a time. What was told before a fault need not be told again. */
async function* tell<T>(
  list: NewestFirst<T>,
  { from }: PollRequest,
  page: Page<T>,
): AsyncGenerator<PollStep, boolean> {
  let deliveries: PolledDelivery[] = [];
  let newest: number | undefined;
  for (const [index, thing] of page.things.entries()) {
    const next = below(list, page, index);
    if (index > 0 && index % MOST_AT_ONCE === 0) {
      yield { status: 'page', deliveries, newest, next };
      deliveries = [];
    }
    const changedAt = list.changedAt(thing);
    const isNew = changedAt === undefined || changedAt >= from;
    const told = isNew ? await list.toDeliveries(thing) : [];
    if ('fault' in told) {
      if (deliveries.length > 0) {
        yield { status: 'page', deliveries, newest, next };
      }
      yield told;
      return true;
    }
    deliveries.push(...told);
    newest = later(newest, changedAt);
  }
  yield { status: 'page', deliveries, newest, ...page.last };
  return false;
}

function later(a: number | undefined, b: number | undefined) {
  return a === undefined || b === undefined ? a ?? b : Math.max(a, b);
}

/** Goes on below the thing before this one; at the top of the page where that has no time, or there is none. */
function below<T>(list: NewestFirst<T>, page: Page<T>, index: number): string {
  const before = index > 0 ? page.things[index - 1] : undefined;
  return write({ url: page.url, below: before && sortOf(list, before) });
}

function ask<T>(
  { client, path, query }: NewestFirst<T>,
  { etag, signal }: PollRequest,
  place: Place | undefined,
): Promise<HttpAnswer> {
  return client.get(
    place ? { path: place.url, signal } : { path, query, etag, signal },
  );
}

function sortOf<T>(list: NewestFirst<T>, thing: T): number | undefined {
  return (list.sortedBy ?? list.changedAt)(thing);
}

/** What is sorted at the same instant as the last one told is told again: nothing says which of them were. */
function notYetTold<T>(
  list: NewestFirst<T>,
  things: readonly T[],
  place: Place | undefined,
): T[] {
  const limit = place?.below ?? Infinity;
  return things.filter(thing => (sortOf(list, thing) ?? -Infinity) <= limit);
}

const placeSchema = z.object({ url: z.string(), below: z.number().optional() });

function readPlace(cursor: string | undefined): Place | undefined {
  try {
    return cursor === undefined
      ? undefined
      : placeSchema.parse(JSON.parse(cursor));
  } catch {
    return undefined;
  }
}

function write(place: Place): string {
  return JSON.stringify(place);
}

function unchanged({ etag }: PollRequest): PollStep {
  return { status: 'page', deliveries: [], etag };
}

function unreadable(path: string): HttpFault {
  const because = `${path} answers no list that is known`;
  return { status: 'fault', fault: new OutsideFault('unreadable', because) };
}
