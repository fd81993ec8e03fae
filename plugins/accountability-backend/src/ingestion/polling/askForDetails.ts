import { Poller } from 'backstage-plugin-accountability-node';
import { Knex } from 'knex';
import { uniq } from 'lodash';
import { writeInstant } from '../../database/instants';
import { PollBookmarkRow } from '../../database/tables';
import { whereAny } from '../../database/whereAny';
import { ReadDelivery } from '../inbox/applyDeliveries';

/** A host may show what it told of a little later; merges that follow each other share one pass. Milliseconds. */
const PATIENCE_MS = 5_000;

/**
 * Has streams asked soon where a webhook told of a merge and not of who read
 * it. Where a stream has no bookmark yet, or fails, or has used up its quota,
 * its own time is soon enough.
 */
export async function askForDetails(
  trx: Knex,
  given: { pollers: readonly Poller[]; deliveries: readonly ReadDelivery[] },
): Promise<void> {
  for (const poller of given.pollers) {
    const streams = poller.streams.filter(({ detailsMerges }) => detailsMerges);
    const told = given.deliveries.filter(
      ({ source, polled }) => source === poller.source && !polled,
    );
    const subjects = uniq(told.flatMap(mergesWithoutReviews));
    if (streams.length === 0 || subjects.length === 0) continue;
    const now = Math.max(...told.map(({ receivedAt }) => receivedAt));
    await whereAny(
      trx<PollBookmarkRow>('poll_bookmarks')
        .where({ source: poller.source, failures: 0 })
        .whereIn(
          'stream',
          streams.map(({ id }) => id),
        )
        // A pass that goes on may have passed by what is told of now.
        .where(open =>
          open
            .whereNull('asked_at')
            .orWhere('leased_until', '>', writeInstant(now)),
        )
        .where(free =>
          free
            .whereNull('limited_until')
            .orWhere('limited_until', '<=', writeInstant(now)),
        ),
      'subject',
      subjects,
    ).update({ asked_at: writeInstant(now + PATIENCE_MS) });
  }
}

/** Subjects of merges that it tells of without their reviews. */
function mergesWithoutReviews({ collected }: ReadDelivery): string[] {
  if (collected.status !== 'accepted') return [];
  return collected.events.flatMap(event =>
    event.kind === 'change' &&
    event.state === 'merged' &&
    event.origin !== 'push' &&
    event.reviews === undefined
      ? [event.subject]
      : [],
  );
}
