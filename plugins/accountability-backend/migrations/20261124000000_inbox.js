// @ts-check

/**
 * A delivery is acknowledged once it is stored; its events reach the records
 * right after. Until then it stands in the inbox, so that a crash in between
 * loses nothing.
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const instant = (table, name) => table.timestamp(name, { useTz: true });

  await knex.schema.createTable('inbox', table => {
    table.comment('Deliveries whose events are on their way to the records');
    table.text('id').primary().comment('Of the delivery');
    table.text('source').notNullable();
    table.integer('events').notNullable();
    instant(table, 'due_at')
      .notNullable()
      .comment('When another replica takes it over');
    table.integer('attempts').notNullable().comment('Failed in a row');
    table.text('trouble').comment('Why the last attempt failed');
    table.index(['due_at']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('inbox');
};
