// @ts-check

/**
 * Facts that others measure, as spans of time in which a value stayed the same,
 * and how asking those who tell them is going.
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const instant = (table, name) => table.timestamp(name, { useTz: true });

  await knex.schema.createTable('reported_facts', table => {
    table.comment('What was told of services; one row a value that stayed');
    table.text('entity_ref').notNullable();
    table.text('fact').notNullable();
    instant(table, 'since').notNullable().comment('When it was measured first');
    instant(table, 'replaced_at').comment('Null: nothing else was told since');
    instant(table, 'observed_at')
      .notNullable()
      .comment('When it was measured last');
    table.text('value').notNullable().comment('JSON');
    table.primary(['entity_ref', 'fact', 'since']);
  });
  await knex.schema.createTable('fact_providers', table => {
    table.comment('Who tells facts, and how asking them is going');
    table.text('id').primary();
    table.text('status').comment('read or fault; null before the first try');
    table.text('because').comment('What is wrong, for an operator');
    table.text('remarks').comment('What was left out of what it told last');
    table.integer('faults').notNullable().comment('In a row');
    table.integer('services').notNullable().comment('Of which it told last');
    instant(table, 'told_at').comment('Null: it told of no service yet');
    instant(table, 'checked_at').comment('When it was asked last');
    instant(table, 'due_at').notNullable();
    table.text('lease');
    instant(table, 'leased_until');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('fact_providers');
  await knex.schema.dropTable('reported_facts');
};
