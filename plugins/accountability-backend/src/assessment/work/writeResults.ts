import { Knex } from 'knex';
import { pick } from 'lodash';
import { givenRows, Value } from '../../database/givenRows';
import { insertRows } from '../../database/insertRows';
import { updateRows } from '../../database/updateRows';
import { ResultChanges } from './Results';

/** Writes what changed for a batch of services, a statement or none for each table. */
export async function writeResults(
  trx: Knex,
  changes: ResultChanges,
): Promise<void> {
  await deleteRows(
    trx,
    { table: 'service_levels', key: ['entity_ref', 'scorecard'] },
    changes.levelsGone,
  );
  await deleteRows(
    trx,
    { table: 'check_results', key: ['entity_ref', 'scorecard', 'check_id'] },
    changes.checksGone,
  );
  await insertRows(
    trx,
    { table: 'service_levels', key: ['entity_ref', 'scorecard'] },
    changes.levels,
  );
  await insertRows(
    trx,
    { table: 'check_results', key: ['entity_ref', 'scorecard', 'check_id'] },
    changes.checks,
  );
  await insertRows(
    trx,
    {
      table: 'transitions',
      key: ['entity_ref', 'at', 'scorecard', 'check_id'],
    },
    changes.transitions,
  );
  await insertRows(
    trx,
    { table: 'attributions', key: ['entity_ref', 'incident_id', 'decided_at'] },
    changes.attributions,
  );
  await insertRows(
    trx,
    { table: 'fact_snapshots', key: ['entity_ref', 'fact', 'day'] },
    changes.snapshots,
  );
  await insertRows(
    trx,
    { table: 'assessments', key: ['entity_ref'] },
    changes.assessments,
  );
  const assessments = { table: 'assessments', key: ['entity_ref' as const] };
  await updateRows(trx, assessments, changes.judged);
  await updateRows(trx, assessments, changes.measured);
  await updateRows(trx, assessments, changes.confirmed);
  await updateRows(trx, assessments, changes.policies);
}

async function deleteRows<
  T extends { [K in keyof T]: Value },
  K extends keyof T & string,
>(trx: Knex, target: { table: string; key: readonly K[] }, rows: readonly T[]) {
  const { table, key } = target;
  if (rows.length === 0) return;
  const { sql, binds } = givenRows(
    trx,
    table,
    rows.map(row => pick(row, key)),
  );
  const names = key.map(() => '??').join(', ');
  if (trx.client.config.client !== 'pg') {
    await trx.raw(`delete from ?? where (${names}) in (${sql})`, [
      ...[table, ...key],
      ...binds,
    ]);
    return;
  }
  // Joined and not `in`: for that PostgreSQL reads the whole table, 240 ms a batch.
  const same = key.map(() => 'old.?? = given.??').join(' and ');
  await trx.raw(`delete from ?? as old using (${sql}) as given where ${same}`, [
    table,
    ...binds,
    ...key.flatMap(name => [name, name]),
  ]);
}
