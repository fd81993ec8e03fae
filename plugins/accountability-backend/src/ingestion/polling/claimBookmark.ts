import { Poller } from 'backstage-plugin-accountability-node';
import { Knex } from 'knex';
import { z } from 'zod';
import { readInstant, writeInstant } from '../../database/instants';
import { PollBookmarkRow } from '../../database/tables';
import { whereAny } from '../../database/whereAny';
import { Claim, Pass } from './Claim';
import { LEASE_MS } from './leaseMs';

/**
 * Takes what is due and has waited longest under a lease. Replicas that do so
 * at once get different ones: PostgreSQL skips rows another one is taking,
 * SQLite has one writer. Subjects that no service names any more stay where
 * they are.
 */
export async function claimBookmark(
  knex: Knex,
  given: {
    poller: Poller;
    subjects: readonly string[];
    lease: string;
    now: number;
    /** Leaves alone what is due by its own time. */
    onlyAsked?: boolean;
  },
): Promise<Claim | undefined> {
  const { poller, subjects, lease, now } = given;
  return knex.transaction(async trx => {
    const query = whereAny(
      trx<PollBookmarkRow>('poll_bookmarks')
        .where({ source: poller.source })
        .whereIn(
          'stream',
          poller.streams.map(({ id }) => id),
        )
        .where(due => {
          if (!given.onlyAsked) due.where('next_at', '<=', writeInstant(now));
          due.orWhere('asked_at', '<=', writeInstant(now));
        })
        .where(held =>
          held
            .whereNull('leased_until')
            .orWhere('leased_until', '<=', writeInstant(now)),
        )
        .orderByRaw('polled_at asc nulls first, next_at, subject, stream')
        .limit(1),
      'subject',
      ['', ...subjects],
    );
    const [row]: PollBookmarkRow[] = await (trx.client.config.client === 'pg'
      ? query.forUpdate().skipLocked()
      : query);
    const stream = poller.streams.find(({ id }) => id === row?.stream);
    if (!row || !stream) return undefined;
    await trx<PollBookmarkRow>('poll_bookmarks')
      .where({
        source: row.source,
        stream: row.stream,
        subject: row.subject,
      })
      .update({ lease, leased_until: writeInstant(now + LEASE_MS) });
    return {
      stream,
      subject: row.subject,
      lease,
      bookmark: readInstant(row.bookmark),
      pass: readPass(row.pass),
      etag: row.etag ?? undefined,
      failures: row.failures,
      claimedAt: now,
      asked: readInstant(row.next_at) > now,
    };
  });
}

const passSchema = z.object({
  from: z.number(),
  startedAt: z.number(),
  newest: z.number().optional(),
  cursor: z.string(),
});

/** A pass that cannot be read is begun anew: what it stored is stored once. */
function readPass(text: string | null): Pass | undefined {
  if (text === null) return undefined;
  try {
    return passSchema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}
