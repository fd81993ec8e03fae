// @ts-check

/**
 * Candidate policies that are run over all services and their past, with what
 * came of it.
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const instant = (table, name) => table.timestamp(name, { useTz: true });

  await knex.schema.createTable('backtests', table => {
    table.comment('Candidate policies run over services and their past');
    table.text('id').primary().comment('UUIDv7: ordered by request');
    table.text('policy').notNullable().comment('The candidate, YAML');
    table.integer('days').notNullable().comment('Days back from now');
    table.text('state').notNullable();
    instant(table, 'requested_at').notNullable();
    table.integer('done').notNullable().comment('Services looked at');
    table.integer('total').notNullable().comment('Services there are');
    table.integer('attempts').notNullable().comment('Begun so often');
    table.text('because').comment('Why it failed');
    table.text('report').comment('JSON');
    table.text('lease').comment('Who is at it');
    instant(table, 'leased_until').comment('After this a crash is assumed');
    table.index(['state', 'id']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('backtests');
};
