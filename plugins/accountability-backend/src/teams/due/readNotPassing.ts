import { CheckRef } from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';
import { CheckResultRow } from '../../database/tables';
import { whereAny } from '../../database/whereAny';

/** Which checks of some services fail or warn. */
export interface NotPassing {
  has(entityRef: string, check: CheckRef): boolean;
}

/** Checks of services that fail or warn, of those that are asked about, in one statement; none where none is. */
export async function readNotPassing(
  knex: Knex,
  options: { entityRefs: readonly string[]; checks: readonly CheckRef[] },
): Promise<NotPassing> {
  const { entityRefs, checks } = options;
  if (entityRefs.length === 0 || checks.length === 0) {
    return { has: () => false };
  }
  const query = knex<CheckResultRow>('check_results')
    .whereIn('status', ['fail', 'warn'])
    .select('entity_ref', 'scorecard', 'check_id');
  whereAny(query, 'entity_ref', entityRefs);
  whereAny(
    query,
    'check_id',
    checks.map(({ check }) => check),
  );
  const rows: Pick<CheckResultRow, 'entity_ref' | 'scorecard' | 'check_id'>[] =
    await query;
  const found = new Set(
    rows.map(row => keyOf(row.entity_ref, row.scorecard, row.check_id)),
  );
  return {
    has: (entityRef, { scorecard, check }) =>
      found.has(keyOf(entityRef, scorecard, check)),
  };
}

function keyOf(...parts: [string, string, string]): string {
  return JSON.stringify(parts);
}
