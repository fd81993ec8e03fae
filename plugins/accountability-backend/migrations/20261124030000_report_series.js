// @ts-check

/**
 * Series of reports: locked while the findings that depend on all reports of
 * the series are folded.
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('report_series', table => {
    table.comment('Series of reports, locked while their findings are folded');
    table.text('series').primary();
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('report_series');
};
