import { RecordEvent } from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';
import { writeInstant } from '../../database/instants';
import { insertRows } from '../../database/insertRows';
import { whereAny } from '../../database/whereAny';
import { DeliveredEvents } from '../insertEvents';
import { writeBillText } from './billText';

/** Bills of one statement; one may be as long as ten megabytes. */
const MOST_BILLS = 50;

/**
 * Takes the components out of reports, keeps each list of them once, and gives
 * the events with its digest in their place: what is stored, compared and
 * digested. A digest that a sender gives itself is left out: it would show the
 * components of another.
 */
export async function keepBills(
  trx: Knex,
  parts: readonly DeliveredEvents[],
): Promise<readonly DeliveredEvents[]> {
  const texts = new Map<string, string>();
  let seenAt = 0;
  const kept = parts.map(part => ({
    ...part,
    events: part.events.map(event => {
      const { bill, without } = separate(event);
      if (!bill) return without;
      texts.set(bill.digest, bill.text);
      seenAt = Math.max(seenAt, part.receivedAt);
      return { ...without, bill: bill.digest };
    }),
  }));
  const digests = [...texts.keys()].sort();
  for (let start = 0; start < digests.length; start += MOST_BILLS) {
    await writeBills(trx, {
      digests: digests.slice(start, start + MOST_BILLS),
      texts,
      seenAt: writeInstant(seenAt),
    });
  }
  return kept;
}

function separate(event: RecordEvent): {
  without: RecordEvent;
  bill?: { digest: string; text: string };
} {
  if (event.kind !== 'report') return { without: event };
  const { components = [], bill: _, tellsDirect, ...rest } = event;
  if (components.length === 0) return { without: rest };
  return {
    without: { ...rest, ...(tellsDirect !== undefined && { tellsDirect }) },
    bill: writeBillText(components),
  };
}

/** The row's lock keeps who prunes away until what has the bill is written, too. */
async function writeBills(
  trx: Knex,
  given: {
    digests: readonly string[];
    texts: ReadonlyMap<string, string>;
    seenAt: Date;
  },
): Promise<void> {
  const { digests, texts, seenAt } = given;
  await insertRows(
    trx,
    { table: 'bills', key: ['digest'], onConflict: { lock: 'seen_at' } },
    digests.map(digest => ({
      digest,
      components: texts.get(digest) ?? '',
      seen_at: seenAt,
    })),
  );
  await whereAny(trx('bills'), 'digest', digests)
    .where('seen_at', '<', seenAt)
    .update({ seen_at: seenAt });
}
