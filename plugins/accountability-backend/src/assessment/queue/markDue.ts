import { Knex } from 'knex';
import { writeInstant } from '../../database/instants';

/** Start of the upsert that makes services due; a select of four columns follows. */
export const insertDue =
  'insert into assessment_queue (entity_ref, due_at, version, attempts)';

/**
 * Makes services due for assessment at an instant, in one statement. The
 * version grows, so that a worker which has already read the service leaves it
 * due. Rows are taken in the order of their refs: two writers never deadlock.
 */
export async function markDue(
  trx: Knex,
  options: { entityRefs: readonly string[]; dueAt: number },
): Promise<void> {
  if (options.entityRefs.length === 0) return;
  const onPostgres = trx.client.config.client === 'pg';
  const refs = [...new Set(options.entityRefs)];
  await trx.raw(
    `${insertDue} select ref, ${
      onPostgres ? '?::timestamptz' : '?'
    }, 1, 0 from ${
      onPostgres
        ? '(select unnest(?::text[]) as ref) as given'
        : '(select value as ref from json_each(?)) as given'
    } where true order by ref ${mergeDue(trx)}`,
    [writeInstant(options.dueAt), onPostgres ? refs : JSON.stringify(refs)],
  );
}

/** End of that upsert: the earlier instant stays, and the version grows. */
export function mergeDue(trx: Knex): string {
  const least = trx.client.config.client === 'pg' ? 'least' : 'min';
  return `on conflict (entity_ref) do update set
    due_at = ${least}(assessment_queue.due_at, excluded.due_at),
    version = assessment_queue.version + 1`;
}
