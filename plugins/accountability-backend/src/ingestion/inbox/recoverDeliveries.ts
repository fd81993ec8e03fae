import { DeliverySource } from 'backstage-plugin-accountability-node';
import { Knex } from 'knex';
import { KeyOf } from '../../database/createKeyOf';
import { writeInstant } from '../../database/instants';
import { DeliveryRow, InboxRow } from '../../database/tables';
import { whereAny } from '../../database/whereAny';
import { genericSource } from '../generic/genericSource';
import { rereadDelivery } from '../rereadDelivery';
import { ReadDelivery } from './applyDeliveries';
import { graceMs } from './graceMs';
import { postpone } from './postpone';

/** Events read back at once: bodies of that many are in memory. */
const MOST_EVENTS = 5000;
const MOST_DELIVERIES = 100;

interface Given {
  database: Knex;
  sources: readonly DeliverySource[];
  keyOf: KeyOf;
  /** Epoch milliseconds. */
  now(): number;
  /** Waits a little while senders deliver. */
  giveWay(): Promise<void>;
  signal?: AbortSignal;
  /** Never throws: what fails is postponed. */
  apply(deliveries: readonly ReadDelivery[]): Promise<void>;
}

/** Reads again what has been waiting in the inbox for longer than its grace, and applies it. */
export async function recoverDeliveries(given: Given): Promise<number> {
  let taken = 0;
  while (!given.signal?.aborted) {
    await given.giveWay();
    const due = await claimDue(given);
    if (due.length === 0) break;
    taken += due.length;
    for (const part of isolateTroubled(due)) await recover(given, part);
  }
  return taken;
}

/** Takes what is due for itself: it is due for others only after another grace. */
async function claimDue({ database, now }: Given): Promise<InboxRow[]> {
  const at = now();
  return database.transaction(async trx => {
    const query = trx<InboxRow>('inbox')
      .where('due_at', '<=', writeInstant(at))
      .orderBy(['due_at', 'id'])
      .limit(MOST_DELIVERIES);
    if (trx.client.config.client === 'pg') query.forUpdate().skipLocked();
    const claimed = fewEnough(await query);
    if (claimed.length === 0) return claimed;
    await whereAny(
      trx('inbox'),
      'id',
      claimed.map(({ id }) => id),
    ).update({ due_at: writeInstant(at + graceMs) });
    return claimed;
  });
}

function fewEnough(rows: readonly InboxRow[]): InboxRow[] {
  let events = 0;
  return rows.filter((row, index) => {
    events += row.events;
    return index === 0 || events <= MOST_EVENTS;
  });
}

/** What failed before is tried alone, so that it fails alone. */
function isolateTroubled(rows: readonly InboxRow[]): InboxRow[][] {
  const sound = rows.filter(({ attempts }) => attempts === 0);
  const troubled = rows.filter(({ attempts }) => attempts > 0);
  return [...(sound.length ? [sound] : []), ...troubled.map(row => [row])];
}

async function recover(given: Given, rows: readonly InboxRow[]): Promise<void> {
  const { database } = given;
  const stored: DeliveryRow[] = await whereAny(
    database('deliveries'),
    'id',
    rows.map(({ id }) => id),
  ).whereIn('source', [...new Set(rows.map(({ source }) => source))]);
  const byId = new Map(stored.map(row => [row.id, row]));
  const sources = new Map(
    [genericSource, ...given.sources].map(source => [source.id, source]),
  );
  const read: ReadDelivery[] = [];
  for (const { id, source } of rows) {
    const row = byId.get(id);
    const reader = sources.get(source);
    if (row?.body && reader) {
      read.push(rereadDelivery(reader, row, given.keyOf));
    } else {
      const trouble = whyNot(row, source);
      await postpone(database, { id, trouble, now: given.now() });
    }
  }
  if (read.length > 0) await given.apply(read);
}

function whyNot(row: DeliveryRow | undefined, source: string): string {
  return row?.body
    ? `The source ${source} is off; switch it on and the delivery is read`
    : 'The body of the delivery is gone';
}
