import { Knex } from 'knex';

/** A statement as it was sent. */
export interface Sent {
  sql: string;
  bindings: readonly Knex.RawBinding[];
}

/** How a statement comes to the rows of one table. */
export interface TableRead {
  table: string;
  /**
   * `sought`: looked up by a condition on an index. `along`: gone through in
   * the order of an index until enough is found. `whole`: read from end to
   * end. `written`: rows are put there, or those changed that it also reads.
   */
  how: 'sought' | 'along' | 'whole' | 'written';
  /** Name of the index; absent where the table is read whole or written. */
  index?: string;
}

interface PlanNode {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  'Index Cond'?: string;
  Plans?: PlanNode[];
}

/** Steps that want all rows below them before they give the first. */
const blocking = ['Sort', 'Aggregate', 'Hash', 'HashAggregate', 'WindowAgg'];
/** Ways that are chosen for what they cost with the sizes of a day; without them an index that serves is used. */
const avoided = ['seqscan', 'hashjoin', 'mergejoin'];

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
    for (const way of avoided) await trx.raw(`set local enable_${way} = off`);
    await trx.raw('set local max_parallel_workers_per_gather = 0');
    // Knex tells of statements with the places of values as PostgreSQL writes them.
    const asked = sql.replaceAll('?', '\\?').replace(/\$\d+/g, '?');
    const { rows } = await trx.raw(`explain (format json) ${asked}`, [
      ...bindings,
    ]);
    const [{ Plan: root }]: { Plan: PlanNode }[] = rows[0]['QUERY PLAN'];
    return readsOf(root, false);
  });
}

function readsOf(node: PlanNode, isLimited: boolean): TableRead[] {
  const { 'Node Type': type, 'Relation Name': table, Plans: plans = [] } = node;
  const until = type === 'Limit' || (isLimited && !blocking.includes(type));
  if (table === undefined) return plans.flatMap(plan => readsOf(plan, until));
  if (type === 'ModifyTable') {
    return [
      { table, how: 'written' },
      ...plans.flatMap(plan => readsOf(plan, false)),
    ];
  }
  // A bitmap is made of indexes below it.
  const below = plans.find(plan => plan['Index Name'] !== undefined);
  return [
    { table, ...wayOf(below ?? node, isLimited) },
    ...plans
      .filter(plan => plan !== below)
      .flatMap(plan => readsOf(plan, false)),
  ];
}

function wayOf(
  { 'Index Name': index, 'Index Cond': condition }: PlanNode,
  isLimited: boolean,
): Omit<TableRead, 'table'> {
  if (index === undefined) return { how: 'whole' };
  if (condition !== undefined) return { how: 'sought', index };
  // Which index all rows are read by says nothing.
  return isLimited ? { how: 'along', index } : { how: 'whole' };
}
