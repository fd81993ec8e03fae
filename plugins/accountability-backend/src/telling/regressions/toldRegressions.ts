import { Knex } from 'knex';
import { writeInstant } from '../../database/instants';
import { insertRows } from '../../database/insertRows';
import { ToldRegressionRow } from '../../database/tables';
import { Regression } from './Regression';

/** Notes that there is nothing more to tell of these. */
export async function keepTold(
  knex: Knex,
  regressions: readonly Regression[],
  now: number,
): Promise<void> {
  await insertRows(
    knex,
    {
      table: 'told_regressions',
      key: ['entity_ref', 'scorecard', 'check_id'],
    },
    regressions.map(one => ({
      entity_ref: one.entityRef,
      scorecard: one.scorecard,
      check_id: one.check ?? '',
      status: one.to,
      told_at: writeInstant(now),
    })),
  );
}

/** Forgets those that do not stand any more, in two statements: the next time is a new one. */
export async function forgetTold(knex: Knex): Promise<void> {
  const told = knex<ToldRegressionRow>('told_regressions');
  await told
    .clone()
    .whereNot('check_id', '')
    .whereNotExists(
      knex('check_results as r')
        .where('r.status', 'fail')
        .whereRaw(
          `r.entity_ref = told_regressions.entity_ref
          and r.scorecard = told_regressions.scorecard
          and r.check_id = told_regressions.check_id`,
        ),
    )
    .delete();
  await told
    .clone()
    .where('check_id', '')
    .whereNotExists(
      knex('service_levels as l').whereRaw(
        `l.entity_ref = told_regressions.entity_ref
        and l.scorecard = told_regressions.scorecard
        and coalesce(l.level, 'none') = told_regressions.status`,
      ),
    )
    .delete();
}
