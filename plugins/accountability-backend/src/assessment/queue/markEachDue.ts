import { Knex } from 'knex';
import { writeInstant } from '../../database/instants';
import { insertDue, mergeDue } from './markDue';

/**
 * As `markDue`, with an instant of its own for each service from which its
 * closed days are to be restated; undefined where they are not.
 */
export async function markEachDue(
  trx: Knex,
  options: {
    dueAt: number;
    restateFrom: ReadonlyMap<string, number | undefined>;
  },
): Promise<void> {
  const { dueAt, restateFrom } = options;
  if (restateFrom.size === 0) return;
  const onPostgres = trx.client.config.client === 'pg';
  const rows = [...restateFrom].map(([ref, from]) => ({
    ref,
    restate: onPostgres && from !== undefined ? writeInstant(from) : from,
  }));
  await trx.raw(
    onPostgres
      ? `${insertDue} select ref, ?::timestamptz, 1, 0, restate
        from json_to_recordset(?::json) as given(ref text, restate timestamptz)
        where true order by ref ${mergeDue(trx)}`
      : `${insertDue} select json_extract(value, '$.ref') as ref, ?, 1, 0,
        json_extract(value, '$.restate') from json_each(?) as given
        where true order by ref ${mergeDue(trx)}`,
    [writeInstant(dueAt), JSON.stringify(rows)],
  );
}
