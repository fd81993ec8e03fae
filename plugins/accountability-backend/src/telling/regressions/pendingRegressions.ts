import { Knex } from 'knex';
import { writeInstant } from '../../database/instants';

/** Longer ago than this, it is no news. */
const NEWS_MS = 24 * 60 * 60 * 1000;

/**
 * Regressions that nobody was told of, as a query (`p`) over services that a
 * group owns. What they are is read from the results that stand, so what is
 * back to pass is not among them, and a crash loses none.
 */
export function pendingRegressions(
  knex: Knex,
  { now }: { now: number },
): Knex.QueryBuilder {
  const from = writeInstant(now - NEWS_MS);
  const checks = owned(knex, 'check_results', from)
    .where('r.status', 'fail')
    .where('t.to_status', 'fail')
    .whereIn('t.from_status', ['pass', 'exempt'])
    .whereRaw('t.check_id = r.check_id');
  const levels = owned(knex, 'service_levels', from)
    .where('t.check_id', '')
    .whereRaw(fell(knex));
  return knex.from(knex.unionAll([checks, levels]).as('p'));
}

function owned(knex: Knex, table: string, from: Date): Knex.QueryBuilder {
  return knex(`${table} as r`)
    .join('transitions as t', join =>
      join
        .on('t.entity_ref', 'r.entity_ref')
        .on('t.at', 'r.since')
        .on('t.scorecard', 'r.scorecard'),
    )
    .join('services as s', 's.entity_ref', 'r.entity_ref')
    .leftJoin('told_regressions as d', join =>
      join
        .on('d.entity_ref', 't.entity_ref')
        .on('d.scorecard', 't.scorecard')
        .on('d.check_id', 't.check_id')
        .on('d.status', 't.to_status'),
    )
    .where('r.since', '>=', from)
    .whereNull('d.entity_ref')
    .whereNull('s.removed_at')
    .where('s.owner_ref', 'like', 'group:%')
    .where('s.owner_resolves', true)
    .select('t.*', 's.title', 's.owner_ref');
}

/** The ladder is a JSON list, lowest first: a level that stood further back in it was a higher one. */
function fell(knex: Knex): string {
  const find = knex.client.config.client === 'pg' ? 'strpos' : 'instr';
  return `${find}(r.ladder, '"' || t.from_status || '"')
    > ${find}(r.ladder, '"' || t.to_status || '"')`;
}
