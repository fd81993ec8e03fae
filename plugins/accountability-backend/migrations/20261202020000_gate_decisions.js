// @ts-check

/**
 * What gates decided, with the keys under which a question asked again gets
 * the same decision, and what was said later of those that were gone past.
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const instant = (table, name) => table.timestamp(name, { useTz: true });

  await knex.schema.createTable('gate_decisions', table => {
    table.comment('What gates decided, and on what; append-only');
    table.text('id').primary().comment('UUIDv7: ordered by decision');
    table.text('entity_ref').notNullable();
    table.text('gate').notNullable();
    instant(table, 'at').notNullable();
    table.text('outcome').notNullable().comment('allow, warn or deny');
    table.text('point').notNullable().comment('Where the question came from');
    table
      .boolean('broken_glass')
      .notNullable()
      .comment('Somebody who may went past it');
    table
      .text('by_ref')
      .comment('Entity ref of who went past it; else the machine that asked');
    table.text('document').notNullable().comment('The decision, JSON');
    table.index(['at', 'id']);
    table.index(['entity_ref', 'at', 'id']);
    table.index(['gate', 'at', 'id']);
  });
  await knex.raw(
    'create index gate_decisions_broken_glass on gate_decisions (at, id) where broken_glass',
  );
  await knex.schema.createTable('decision_keys', table => {
    table.comment('Under which key a gate decided; gone after a day');
    table.text('gate').notNullable();
    table.text('idempotency_key').notNullable();
    table.text('decision_id').notNullable();
    table.text('question').notNullable().comment('Digest');
    instant(table, 'key_until').notNullable().comment('The key holds up to it');
    table.primary(['gate', 'idempotency_key']);
    table.index(['key_until']);
  });
  await knex.schema.createTable('decision_reviews', table => {
    table.comment('What was said later of decisions that were gone past');
    table.text('decision_id').primary();
    instant(table, 'at').notNullable();
    table.text('by_ref').notNullable().comment('Entity ref of who reviewed');
    table.text('remarks').notNullable();
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('decision_reviews');
  await knex.schema.dropTable('decision_keys');
  await knex.schema.dropTable('gate_decisions');
};
