// @ts-check

/**
 * How far pruning has come.
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('retention_marks', table => {
    table.comment('How far what is kept for a time only has been pruned');
    table.text('what').primary();
    table
      .timestamp('pruned_until', { useTz: true })
      .notNullable()
      .comment('Received before then');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('retention_marks');
};
