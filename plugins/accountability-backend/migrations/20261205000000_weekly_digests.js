// @ts-check

/**
 * When each group was told its week.
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const instant = (table, name) => table.timestamp(name, { useTz: true });

  await knex.schema.createTable('weekly_digests', table => {
    table.comment('When each group was last told its week, and is next');
    table.text('owner_ref').primary();
    instant(table, 'sent_at').comment('Of the last one that went out');
    instant(table, 'due_at').notNullable().comment('Not again before');
    table.integer('attempts').notNullable().comment('That failed in a row');
    table.text('lease').comment('Of the replica that tells it');
    instant(table, 'leased_until');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('weekly_digests');
};
