import { Knex } from 'knex';
import { Due, dueBinds, insertDue, mergeDue } from './markDue';

/**
 * As `markDue`, for services of which the catalog or an import says something
 * new: whatever has an incident that is charged to one of them is due, too,
 * since its link tells who owned that service. Its closed days stay.
 */
export async function markChangedDue(
  trx: Knex,
  options: Due & { entityRefs: readonly string[] },
): Promise<void> {
  if (options.entityRefs.length === 0) return;
  const onPostgres = trx.client.config.client === 'pg';
  const refs = [...new Set(options.entityRefs)];
  const [dueAt, restateFrom] = dueBinds(options);
  const at = onPostgres ? '?::timestamptz' : '?';
  await trx.raw(
    `with changed(ref) as (${
      onPostgres ? 'select unnest(?::text[])' : 'select value from json_each(?)'
    }), due(ref, restates) as (
      select ref, 1 from changed
      union all select a.entity_ref, 0 from changed
        join attributions a on a.cause_entity_ref = changed.ref
        where a.superseded_at is null
    )
    ${insertDue}
    select ref, ${at}, 1, 0, case when max(restates) = 1 then ${at} end
    from due group by ref order by ref ${mergeDue(trx)}`,
    [onPostgres ? refs : JSON.stringify(refs), dueAt, restateFrom],
  );
}
