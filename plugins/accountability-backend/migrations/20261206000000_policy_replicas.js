// @ts-check

/**
 * Which replica brought a policy into force, and which replicas there are: one
 * that is gone is to leave no policy behind that no other has.
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const instant = (table, name) => table.timestamp(name, { useTz: true });
  await knex.schema.createTable('policy_replicas', table => {
    table.comment('Replicas that read policy');
    table.text('replica').primary();
    instant(table, 'started_at').notNullable();
    instant(table, 'seen_at').notNullable().comment('When it was last there');
  });
  await knex.schema.alterTable('policy_revisions', table => {
    table
      .text('replica')
      .comment('That brought it in, or has the same; null for an earlier one');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('policy_revisions', table => {
    table.dropColumn('replica');
  });
  await knex.schema.dropTable('policy_replicas');
};
