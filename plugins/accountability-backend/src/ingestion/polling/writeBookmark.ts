import { Knex } from 'knex';
import { writeInstant } from '../../database/instants';
import { PollBookmarkRow } from '../../database/tables';
import { Claim, Pass } from './Claim';
import { LEASE_MS } from './leaseMs';

/** How a claim goes on or ends. Instants are epoch milliseconds; what is absent stays as it is. */
export type Move =
  /** A page is stored, and the pass goes on. */
  | { is: 'page'; pass: Pass; now: number }
  /** The pass ended: everything up to the bookmark is stored. */
  | {
      is: 'done';
      bookmark: number;
      etag?: string;
      /** Absent where it was asked besides its times: then those stay. */
      nextAt?: number;
      /** When it was claimed: what was told of since is to be asked for again. */
      claimedAt: number;
      now: number;
    }
  /** Given back before it ended, to go on at once when its turn comes. */
  | { is: 'paused'; hadTurn: boolean; now: number }
  /** Its quota is used up: it keeps its place in the queue. */
  | { is: 'limited'; until: number; trouble: string }
  /** It failed. `anew`: the next pass begins again from the bookmark. `inVain`: others would fare no better. */
  | {
      is: 'failed';
      failures: number;
      nextAt: number;
      trouble: string;
      anew: boolean;
      inVain: boolean;
      now: number;
    };

type Columns = Partial<PollBookmarkRow>;

const free: Columns = { lease: null, leased_until: null };

/**
 * Writes a move, but for one whose claim was lost: another replica holds the
 * row then, and only it may move it. Says whether it was written.
 */
export async function writeBookmark(
  knex: Knex,
  given: { source: string; claim: Claim; move: Move },
): Promise<boolean> {
  const { source, claim, move } = given;
  const held = () =>
    knex<PollBookmarkRow>('poll_bookmarks').where({
      source,
      stream: claim.stream.id,
      subject: claim.subject,
      lease: claim.lease,
    });
  if (move.is === 'done') {
    await held()
      .where('asked_at', '<=', writeInstant(move.claimedAt))
      .update({ asked_at: null });
  }
  const changed = await held().update(columnsOf(move));
  return changed > 0;
}

function columnsOf(move: Move): Columns {
  switch (move.is) {
    case 'page':
      return {
        pass: JSON.stringify(move.pass),
        leased_until: writeInstant(move.now + LEASE_MS),
      };
    case 'done':
      return {
        ...free,
        bookmark: writeInstant(move.bookmark),
        pass: null,
        etag: move.etag ?? null,
        polled_at: writeInstant(move.now),
        ...(move.nextAt !== undefined && {
          next_at: writeInstant(move.nextAt),
        }),
        failures: 0,
        trouble: null,
        limited_until: null,
      };
    case 'paused':
      return {
        ...free,
        ...(move.hadTurn ? { polled_at: writeInstant(move.now) } : {}),
      };
    case 'limited':
      return {
        ...free,
        next_at: writeInstant(move.until),
        limited_until: writeInstant(move.until),
        asked_at: null,
        trouble: move.trouble,
      };
    case 'failed':
      return {
        ...free,
        ...(move.anew ? { pass: null } : {}),
        polled_at: writeInstant(move.now),
        next_at: writeInstant(move.nextAt),
        failures: move.failures,
        trouble: move.trouble,
        limited_until: null,
        asked_at: null,
      };
    default:
      return free;
  }
}
