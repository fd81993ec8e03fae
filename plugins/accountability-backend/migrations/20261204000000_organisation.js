// @ts-check

/**
 * Which system is in which domain, and what was assessed since an instant, for
 * the view of the whole organisation.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('systems', table => {
    table.comment('Systems of the catalog that are in a domain');
    table.text('system_ref').primary();
    table.text('domain_ref').notNullable();
  });
  await knex.schema.alterTable('assessments', table => {
    table.index(['assessed_at'], 'assessments_assessed_at_idx');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('assessments', table => {
    table.dropIndex(['assessed_at'], 'assessments_assessed_at_idx');
  });
  await knex.schema.dropTable('systems');
};
