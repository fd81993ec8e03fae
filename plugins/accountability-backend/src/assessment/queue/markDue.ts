import { Knex } from 'knex';
import { writeInstant } from '../../database/instants';

/** Start of the upsert that makes services due; a select of five columns follows. */
export const insertDue =
  'insert into assessment_queue (entity_ref, due_at, version, attempts, restate_from)';

/** When services are due, and from when on their closed days are to be restated. */
export interface Due {
  dueAt: number;
  /** The earliest instant that late records speak of; absent where none did. */
  restateFrom?: number;
}

/**
 * Makes services due for assessment at an instant, in one statement. The
 * version grows, so that a worker which has already read the service leaves it
 * due. Rows are taken in the order of their refs: two writers never deadlock.
 */
export async function markDue(
  trx: Knex,
  options: Due & { entityRefs: readonly string[] },
): Promise<void> {
  if (options.entityRefs.length === 0) return;
  const onPostgres = trx.client.config.client === 'pg';
  const refs = [...new Set(options.entityRefs)];
  await trx.raw(
    `${insertDue} select ref, ${dueColumns(trx)} from ${
      onPostgres
        ? '(select unnest(?::text[]) as ref) as given'
        : '(select value as ref from json_each(?)) as given'
    } where true order by ref ${mergeDue(trx)}`,
    [...dueBinds(options), onPostgres ? refs : JSON.stringify(refs)],
  );
}

/** The columns of that select after the ref; `dueBinds` fills them. */
export function dueColumns(trx: Knex): string {
  const at = trx.client.config.client === 'pg' ? '?::timestamptz' : '?';
  return `${at}, 1, 0, ${at}`;
}

/** What fills `dueColumns`. */
export function dueBinds({ dueAt, restateFrom }: Due): (Date | null)[] {
  const from = restateFrom === undefined ? null : writeInstant(restateFrom);
  return [writeInstant(dueAt), from];
}

/** End of that upsert: the earlier instants stay, and the version grows. */
export function mergeDue(trx: Knex): string {
  const least = leastOf(trx);
  return `on conflict (entity_ref) do update set
    due_at = ${least}(assessment_queue.due_at, excluded.due_at),
    restate_from = ${earlierRestate(trx, 'excluded.restate_from')},
    version = assessment_queue.version + 1`;
}

/** The earlier of what is to be restated already and another instant, of which either may be null. */
export function earlierRestate(trx: Knex, other: string): string {
  return `coalesce(
    ${leastOf(trx)}(assessment_queue.restate_from, ${other}),
    assessment_queue.restate_from, ${other})`;
}

function leastOf(trx: Knex): string {
  return trx.client.config.client === 'pg' ? 'least' : 'min';
}
