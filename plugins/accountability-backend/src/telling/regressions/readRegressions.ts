import { Knex } from 'knex';
import { readInstant } from '../../database/instants';
import { TransitionRow } from '../../database/tables';
import { whereAny } from '../../database/whereAny';
import { Regression } from './Regression';
import { pendingRegressions } from './pendingRegressions';

/** Of which groups the first regression stands for a while, in one statement. */
export async function readOwnersToTell(
  knex: Knex,
  given: { now: number; settledBy: Date },
): Promise<string[]> {
  return pendingRegressions(knex, given)
    .leftJoin('owner_digests as o', 'o.owner_ref', 'p.owner_ref')
    .where(query =>
      query
        .whereNull('o.due_at')
        .orWhere('o.due_at', '<=', new Date(given.now)),
    )
    .where('p.at', '<=', given.settledBy)
    .distinct()
    .orderBy('p.owner_ref')
    .pluck('p.owner_ref');
}

/** The regressions of groups that were not told of yet, by owner and service, in one statement. */
export async function readRegressions(
  knex: Knex,
  given: { now: number; owners: readonly string[] },
): Promise<Regression[]> {
  const rows: (TransitionRow & { title: string; owner_ref: string })[] =
    await whereAny(
      pendingRegressions(knex, given),
      'p.owner_ref',
      given.owners,
    ).orderBy(['p.owner_ref', 'p.entity_ref', 'p.scorecard', 'p.check_id']);
  return rows.map(row => ({
    entityRef: row.entity_ref,
    title: row.title,
    owner: row.owner_ref,
    scorecard: row.scorecard,
    ...(row.check_id !== '' && { check: row.check_id }),
    from: row.from_status,
    to: row.to_status,
    since: readInstant(row.at),
  }));
}
