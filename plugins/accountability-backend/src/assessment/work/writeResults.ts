import { Knex } from 'knex';
import { writeRows } from '../../database/writeRows';
import { ResultChanges } from './Results';

/** Writes what changed for a batch of services, a statement or none for each table. */
export async function writeResults(
  trx: Knex,
  changes: ResultChanges,
): Promise<void> {
  await deleteRows(trx, 'service_levels', changes.levelsGone, [
    'entity_ref',
    'scorecard',
  ]);
  await deleteRows(trx, 'check_results', changes.checksGone, [
    'entity_ref',
    'scorecard',
    'check_id',
  ]);
  await writeRows(trx, 'service_levels', changes.levels, {
    key: ['entity_ref', 'scorecard'],
  });
  await writeRows(trx, 'check_results', changes.checks, {
    key: ['entity_ref', 'scorecard', 'check_id'],
  });
  await writeRows(trx, 'transitions', changes.transitions, {
    key: ['entity_ref', 'at', 'scorecard', 'check_id'],
  });
  await writeRows(trx, 'attributions', changes.attributions, {
    key: ['entity_ref', 'incident_id', 'decided_at'],
  });
  await writeRows(trx, 'fact_snapshots', changes.snapshots, {
    key: ['entity_ref', 'fact', 'day'],
  });
  await writeRows(trx, 'assessments', changes.assessments, {
    key: ['entity_ref'],
  });
}

async function deleteRows<T extends object, K extends keyof T & string>(
  trx: Knex,
  table: string,
  rows: readonly T[],
  key: readonly K[],
) {
  if (rows.length === 0) return;
  const marks = `(${key.map(() => '?').join(', ')})`;
  await trx.raw(
    `delete from ?? where (${key.map(() => '??').join(', ')}) in (values ${rows
      .map(() => marks)
      .join(', ')})`,
    [table, ...key, ...rows.flatMap(row => key.map(name => String(row[name])))],
  );
}
