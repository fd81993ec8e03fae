import { Transition } from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';
import { readInstant, writeInstant } from '../../database/instants';
import { TransitionRow } from '../../database/tables';
import { whereAny } from '../../database/whereAny';

/** Whose transitions to read: of the services, or of all services of a group and those below it. */
export interface TransitionsQuery {
  entityRefs?: readonly string[];
  groupRef?: string;
  /** Inclusive, epoch milliseconds. */
  from?: number;
  /** Exclusive, epoch milliseconds. */
  to?: number;
  limit: number;
}

/** Results of checks that are only tried out: what turned of them is nobody's news. */
function triedOut(knex: Knex) {
  return knex('check_results as r')
    .select(knex.raw('1'))
    .where('r.mode', 'audit')
    .whereRaw(
      'r.entity_ref = t.entity_ref and r.scorecard = t.scorecard and r.check_id = t.check_id',
    );
}

/** Changes of levels and check results, newest first, in one statement. */
export async function readTransitions(
  knex: Knex,
  options: TransitionsQuery,
): Promise<Transition[]> {
  const query = knex('transitions as t')
    .join('services as s', 's.entity_ref', 't.entity_ref')
    .whereNull('s.removed_at')
    .whereNotExists(triedOut(knex))
    .select('t.*', 's.title')
    .orderBy([
      { column: 't.at', order: 'desc' },
      { column: 't.entity_ref' },
      { column: 't.scorecard' },
      { column: 't.check_id' },
    ])
    .limit(options.limit);
  const { entityRefs, groupRef, from, to } = options;
  if (entityRefs) whereAny(query, 't.entity_ref', entityRefs);
  if (groupRef) {
    query.join('group_closure as c', 'c.descendant_ref', 's.owner_ref');
    query.where('c.ancestor_ref', groupRef);
  }
  if (from !== undefined) query.where('t.at', '>=', writeInstant(from));
  if (to !== undefined) query.where('t.at', '<', writeInstant(to));
  const rows: (TransitionRow & { title: string })[] = await query;
  return rows.map(row => ({
    entityRef: row.entity_ref,
    title: row.title,
    at: readInstant(row.at),
    scorecard: row.scorecard,
    check: row.check_id || undefined,
    from: row.from_status,
    to: row.to_status,
    because: row.because,
  }));
}
