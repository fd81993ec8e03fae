import { Knex } from 'knex';
import { DeliveryRow, InboxRow } from '../../database/tables';

/** Deliveries to store, and the rows of the inbox for those that say something. */
interface Given {
  rows: readonly DeliveryRow[];
  inbox: readonly InboxRow[];
}

/**
 * Inserts deliveries with their rows of the inbox, all or nothing, and gives
 * the ids of those that were not stored before: the unique key decides which
 * of two equal deliveries is the first. One statement on PostgreSQL, since a
 * sender waits for each; a transaction of two on SQLite.
 */
export async function insertStored(
  database: Knex,
  given: Given,
): Promise<Set<string>> {
  const ids =
    database.client.config.client === 'pg'
      ? await inOneStatement(database, given)
      : await database.transaction(trx => inTwoStatements(trx, given));
  return new Set(ids);
}

function insertDeliveries(knex: Knex, rows: readonly DeliveryRow[]) {
  return knex('deliveries')
    .insert([...rows])
    .onConflict(['source', 'dedupe_key'])
    .ignore()
    .returning('id');
}

async function inOneStatement(
  knex: Knex,
  { rows, inbox }: Given,
): Promise<string[]> {
  const stored: Pick<DeliveryRow, 'id'>[] = await knex
    .with('stored', insertDeliveries(knex, rows))
    .with(
      'waiting',
      knex.raw(
        `insert into inbox
        select given.* from json_populate_recordset(null::inbox, ?::json) as given
        join stored on stored.id = given.id`,
        [JSON.stringify(inbox)],
      ),
    )
    .select('stored.id')
    .from('stored');
  return stored.map(({ id }) => id);
}

async function inTwoStatements(
  trx: Knex,
  { rows, inbox }: Given,
): Promise<string[]> {
  const stored: Pick<DeliveryRow, 'id'>[] = await insertDeliveries(trx, rows);
  const ids = stored.map(({ id }) => id);
  const waiting = inbox.filter(({ id }) => ids.includes(id));
  if (waiting.length > 0) await trx('inbox').insert(waiting);
  return ids;
}
