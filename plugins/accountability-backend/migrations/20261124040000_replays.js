// @ts-check

/**
 * Replays: stored deliveries are read again with today's collectors.
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const instant = (table, name) => table.timestamp(name, { useTz: true });

  await knex.schema.createTable('replays', table => {
    table.comment('Deliveries to be read again with the collectors of today');
    table.text('id').primary().comment('UUIDv7: ordered by request');
    table.text('source').notNullable();
    instant(table, 'received_from').notNullable().comment('Inclusive');
    instant(table, 'received_to').notNullable().comment('Exclusive');
    table.text('status').notNullable();
    instant(table, 'requested_at').notNullable();
    instant(table, 'ended_at');
    table.integer('total').notNullable().comment('Deliveries with a body');
    table.integer('read').notNullable();
    table.integer('changed').notNullable().comment('That now say otherwise');
    table.integer('events_added').notNullable();
    table.integer('events_removed').notNullable();
    table.text('bookmark').comment('Last delivery that was read');
    table.integer('attempts').notNullable().comment('Failed in a row');
    table.text('trouble').comment('Why the last attempt failed');
    table.text('lease').comment('Who is at it');
    instant(table, 'leased_until').comment('After this a crash is assumed');
    table.index(['status', 'id']);
  });
  // The events of a delivery are found by it. Built without holding up
  // writers, where the database can.
  const name = 'record_events_delivery_id_index';
  const isPostgres = knex.client.config.client === 'pg';
  await knex.raw(
    `create index ${
      isPostgres ? 'concurrently' : ''
    } if not exists ${name} on record_events (delivery_id)`,
  );
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.raw('drop index if exists record_events_delivery_id_index');
  await knex.schema.dropTable('replays');
};

exports.config = { transaction: false };
