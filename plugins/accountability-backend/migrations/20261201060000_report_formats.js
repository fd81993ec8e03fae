// @ts-check

/**
 * Reports of formats that no fact looks at are not read. Those written before
 * have none here and are read as ever.
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('records', table => {
    table.text('format').comment('Of a report; null for other kinds');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('records', table => {
    table.dropColumn('format');
  });
};
