// @ts-check

/**
 * The rotas that a group answers to.
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('groups', table => {
    table
      .text('rotas')
      .comment("JSON, their sources' own names; null for none");
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('groups', table => {
    table.dropColumn('rotas');
  });
};
