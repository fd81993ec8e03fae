import { Knex } from 'knex';

/** A statement as it was sent. */
export interface Sent {
  sql: string;
  bindings: readonly Knex.RawBinding[];
}

/** How a statement reads one table. */
export interface TableRead {
  table: string;
  /** Name of the index; absent where the table is read from end to end. */
  index?: string;
  /** Whether it looks up by a condition on the index, and does not go through all of it. */
  sought: boolean;
}

interface PlanNode {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  'Index Cond'?: string;
  Plans?: PlanNode[];
}

/**
 * How PostgreSQL would read the tables of a statement if it avoided reading
 * whole tables wherever it can: what it reads whole then has no index that
 * serves. The plans of small tables say nothing otherwise.
 */
export async function explainQuery(
  knex: Knex,
  { sql, bindings }: Sent,
): Promise<TableRead[]> {
  return knex.transaction(async trx => {
    await trx.raw('set local enable_seqscan = off');
    // Knex tells of statements with the places of values as PostgreSQL writes them.
    const asked = sql.replaceAll('?', '\\?').replace(/\$\d+/g, '?');
    const { rows } = await trx.raw(`explain (format json) ${asked}`, [
      ...bindings,
    ]);
    const [{ Plan: root }]: { Plan: PlanNode }[] = rows[0]['QUERY PLAN'];
    return readsOf(root);
  });
}

function readsOf(node: PlanNode): TableRead[] {
  const { 'Relation Name': table, Plans: plans = [] } = node;
  if (table === undefined || node['Node Type'] === 'ModifyTable') {
    return plans.flatMap(readsOf);
  }
  // A bitmap is made of indexes below it.
  const below = plans.find(plan => plan['Index Name'] !== undefined);
  const of = below ?? node;
  const own: TableRead = {
    table,
    ...(of['Index Name'] !== undefined && { index: of['Index Name'] }),
    sought: of['Index Cond'] !== undefined,
  };
  return [own, ...plans.filter(plan => plan !== below).flatMap(readsOf)];
}
