import { Knex } from 'knex';
import { Due, dueBinds, dueColumns, insertDue, mergeDue } from './markDue';

/**
 * Makes every service due that any of the subjects belongs to, in one
 * statement. Subjects of no service make nothing due.
 */
export async function markSubjectsDue(
  trx: Knex,
  options: Due & { subjects: readonly string[] },
): Promise<void> {
  if (options.subjects.length === 0) return;
  const onPostgres = trx.client.config.client === 'pg';
  const subjects = [...new Set(options.subjects)];
  await trx.raw(
    `${insertDue}
    select distinct k.entity_ref, ${dueColumns(trx)}
    from subject_keys k
    where k.subject ${
      onPostgres ? '= any(?)' : 'in (select value from json_each(?))'
    }
    order by 1 ${mergeDue(trx)}`,
    [...dueBinds(options), onPostgres ? subjects : JSON.stringify(subjects)],
  );
}
