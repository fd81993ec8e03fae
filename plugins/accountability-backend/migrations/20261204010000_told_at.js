// @ts-check

/**
 * When the closed days of a service were last told again, so that who keeps
 * sums of the past sees it.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('assessments', table => {
    table
      .datetime('told_at')
      .nullable()
      .comment('When closed days were last told again');
    table.index(['told_at'], 'assessments_told_at_idx');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('assessments', table => {
    table.dropIndex(['told_at'], 'assessments_told_at_idx');
    table.dropColumn('told_at');
  });
};
