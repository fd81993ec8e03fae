import {
  DeliverySource,
  OutsideFault,
  PolledPage,
  Poller,
  PollRequest,
} from 'backstage-plugin-accountability-node';
import { chunk } from 'lodash';
import { VerifiedDelivery } from '../VerifiedDelivery';
import { Claim, Pass } from './Claim';
import { moveAfterFault } from './moveAfterFault';
import { PollRunnerOptions } from './PollRunnerOptions';
import { toDelivery } from './toDelivery';
import { Move, writeBookmark } from './writeBookmark';

/** How a pass ended, and how much it brought. `lost`: another replica took it over. */
export interface PassEnd {
  is: 'done' | 'paused' | 'limited' | 'failed' | 'lost';
  pages: number;
  stored: number;
  /** The host did not answer, or wants a pause: others would fare no better. */
  inVain: boolean;
}

interface Given extends PollRunnerOptions {
  poller: Poller;
  source: DeliverySource;
  claim: Claim;
  signal: AbortSignal;
  pagesLeft: number;
}

/** Deliveries that one transaction takes. */
const MOST_STORED = 500;

/**
 * What was told of just now needs no long look back: of a busy repository all
 * merges of an hour would be asked for with each. Milliseconds.
 */
const ASKED_OVERLAP_MS = 2 * 60_000;

/** A pass under way; the cursor is absent until its first page is stored. */
type Progress = Omit<Pass, 'cursor'> & { cursor?: string };

/**
 * Runs one pass over one subject. A page is stored before the bookmark moves
 * on, so whatever happens in between, it is asked for again and stored once.
 */
export async function runPass(given: Given): Promise<PassEnd> {
  const tally = { pages: 0, stored: 0 };
  let move: Move | 'lost';
  try {
    move = await walk(given, tally);
  } catch (error) {
    if (!(error instanceof OutsideFault)) {
      given.logger.error(
        `Polling ${nameOf(given.claim)} failed`,
        error instanceof Error ? error : undefined,
      );
    }
    move = moveAfterFault({ ...given, ...tally }, toFault(error));
  }
  if (move === 'lost') return { is: 'lost', ...tally, inVain: false };
  const inVain = move.is === 'limited' || (move.is === 'failed' && move.inVain);
  if (move.is === 'failed') {
    given.logger.debug(`Polling ${nameOf(given.claim)}: ${move.trouble}`);
  }
  const { knex, source, claim } = given;
  const written = await writeBookmark(knex, { source: source.id, claim, move });
  const is = written && move.is !== 'page' ? move.is : 'lost';
  return { is, ...tally, inVain };
}

async function walk(
  given: Given,
  tally: { pages: number; stored: number },
): Promise<Move | 'lost'> {
  const { claim, knex, source, signal, now } = given;
  let pass: Progress = claim.pass ?? beginPass(given);
  for await (const step of claim.stream.poll(requestOf(given, pass))) {
    if (step.status === 'fault') {
      return moveAfterFault({ ...given, ...tally }, step.fault);
    }
    tally.pages += 1;
    tally.stored += await storePage(given, step);
    const newest = Math.max(pass.newest ?? -Infinity, step.newest ?? -Infinity);
    pass = { ...pass, newest: newest === -Infinity ? undefined : newest };
    if (step.next === undefined) return done(given, pass, step.etag);
    const kept = { ...pass, cursor: step.next };
    pass = kept;
    const move: Move = { is: 'page', pass: kept, now: now() };
    if (!(await writeBookmark(knex, { source: source.id, claim, move }))) {
      return 'lost';
    }
    if (signal.aborted || tally.pages >= given.pagesLeft) break;
  }
  const ended = signal.aborted || tally.pages >= given.pagesLeft;
  if (ended) return { is: 'paused', hadTurn: tally.pages > 0, now: now() };
  throw new OutsideFault(
    'unreadable',
    `The stream ${claim.stream.id} ended without its last page`,
  );
}

function beginPass({ poller, claim, now }: Given): Progress {
  const { overlapMs } = poller.settings;
  const overlap = claim.asked
    ? Math.min(overlapMs, ASKED_OVERLAP_MS)
    : overlapMs;
  const from = claim.bookmark - overlap;
  return { from: Math.max(0, from), startedAt: now() };
}

function requestOf(given: Given, pass: Progress): PollRequest {
  const { claim, signal } = given;
  return {
    subject: claim.subject,
    from: pass.from,
    startedAt: pass.startedAt,
    cursor: pass.cursor,
    // A pass that goes on is not to be answered with "nothing changed".
    etag: pass.cursor === undefined ? claim.etag : undefined,
    signal,
  };
}

/** Stores a page; gives how many of its deliveries were not known. */
async function storePage(given: Given, page: PolledPage): Promise<number> {
  const { source, claim, now, store, keyOf } = given;
  const deliveries = new Map<string, VerifiedDelivery>();
  for (const polled of page.deliveries) {
    const stream = claim.stream.id;
    const receivedAt = now();
    const delivery = toDelivery({ source, stream, polled, receivedAt, keyOf });
    deliveries.set(delivery.dedupeKey, delivery);
  }
  let stored = 0;
  for (const part of chunk([...deliveries.values()], MOST_STORED)) {
    const answers = await store(part);
    stored += answers.filter(({ duplicate }) => !duplicate).length;
  }
  return stored;
}

/** The bookmark follows the source's clock, but not into our future: what happens until then would be missed. */
function done(
  { poller, claim, now }: Given,
  pass: Progress,
  etag?: string,
): Move {
  const newest = Math.min(pass.newest ?? claim.bookmark, pass.startedAt);
  return {
    is: 'done',
    bookmark: Math.max(claim.bookmark, newest),
    etag,
    ...(!claim.asked && { nextAt: now() + poller.settings.everyMs }),
    claimedAt: claim.claimedAt,
    now: now(),
  };
}

function toFault(error: unknown): OutsideFault {
  if (error instanceof OutsideFault) return error;
  const what = error instanceof Error ? error.name : 'an unknown error';
  return new OutsideFault('unreachable', `It failed with ${what}; see the log`);
}

function nameOf({ stream, subject }: Claim): string {
  return [stream.id, subject].filter(Boolean).join(' of ');
}
