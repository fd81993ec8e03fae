// @ts-check

/**
 * How sources are doing, hour by hour, so that their health is read without
 * counting deliveries.
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const instant = (table, name) => table.timestamp(name, { useTz: true });

  await knex.schema.createTable('source_hours', table => {
    table.comment('What each source sent, by the hour in which it came');
    table.text('source').notNullable();
    instant(table, 'hour').notNullable();
    table.text('writer').notNullable().comment('Replica that counted');
    table.integer('accepted').notNullable();
    table.integer('ignored').notNullable();
    table.integer('unsupported').notNullable();
    table.integer('rejected').notNullable();
    table.integer('refused').notNullable().comment('Signature did not match');
    table.integer('events').notNullable();
    table.integer('timed').notNullable().comment('Deliveries with a lag');
    table.bigInteger('lag_ms').notNullable().comment('Sum over those timed');
    table.bigInteger('longest_lag_ms').notNullable();
    table.primary(['source', 'hour', 'writer']);
    table.index(['hour']);
  });
  await knex.schema.createTable('source_states', table => {
    table.comment('What is known of each source now');
    table.text('source').primary();
    instant(table, 'heard_at').comment(
      'Last delivery that the source sent; polled ones are none',
    );
    instant(table, 'quiet_since').comment('Null where it is not quiet');
    table.text('quiet_because');
    instant(table, 'refused_at').comment('Last wrong signature');
    table.text('refused_because');
  });
  await knex.schema.createTable('intake_beat', table => {
    table.comment('One row: since when the intake has been listening');
    table.text('id').primary();
    instant(table, 'listening_since').notNullable();
    instant(table, 'beat_at').notNullable();
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  for (const table of ['intake_beat', 'source_states', 'source_hours']) {
    await knex.schema.dropTable(table);
  }
};
