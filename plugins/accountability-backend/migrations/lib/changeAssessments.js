// @ts-check

/** Assessments that are changed in one transaction. */
const BATCH = 200;

/**
 * Changes all assessments of a condition, so many in one transaction. `change`
 * is given the named columns and gives those to be written.
 *
 * @param {import('knex').Knex} knex
 * @param {{
 *   columns: string[],
 *   only?: (query: import('knex').Knex.QueryBuilder) => import('knex').Knex.QueryBuilder,
 *   change: (row: any) => object,
 * }} options
 */
exports.changeAssessments = async function changeAssessments(
  knex,
  { columns, only = query => query, change },
) {
  for (let after = ''; ; ) {
    const rows = await only(knex('assessments'))
      .where('entity_ref', '>', after)
      .orderBy('entity_ref')
      .limit(BATCH)
      .select('entity_ref', ...columns);
    if (rows.length === 0) return;
    await knex.transaction(async trx => {
      for (const row of rows) {
        await trx('assessments')
          .where({ entity_ref: row.entity_ref })
          .update(change(row));
      }
    });
    after = rows[rows.length - 1].entity_ref;
  }
};
