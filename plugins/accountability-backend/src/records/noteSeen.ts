import { Knex } from 'knex';
import { writeInstant } from '../database/instants';
import { chunked } from './chunked';
import { DeliveredEvents } from './insertEvents';

/** Notes the subjects and kinds of record that events name, where they were never named before. */
export async function noteSeen(
  trx: Knex,
  parts: readonly DeliveredEvents[],
): Promise<void> {
  const events = parts.flatMap(part => part.events);
  if (events.length === 0) return;
  const firstSeenAt = Math.min(...parts.map(part => part.receivedAt));
  await addSeen(
    trx,
    { table: 'subjects', column: 'subject', firstSeenAt },
    events.map(event => event.subject),
  );
  await addSeen(
    trx,
    { table: 'record_kinds', column: 'kind', firstSeenAt },
    events.map(event => event.kind),
  );
}

async function addSeen(
  trx: Knex,
  into: { table: string; column: string; firstSeenAt: number },
  names: readonly string[],
): Promise<void> {
  for (const chunk of chunked([...new Set(names)].sort())) {
    await trx(into.table)
      .insert(
        chunk.map(name => ({
          [into.column]: name,
          first_seen_at: writeInstant(into.firstSeenAt),
        })),
      )
      .onConflict(into.column)
      .ignore();
  }
}
