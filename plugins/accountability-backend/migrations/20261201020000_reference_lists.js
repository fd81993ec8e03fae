// @ts-check

/**
 * Public lists that an operator loads: vulnerabilities known to be exploited
 * (KEV), how likely others are (EPSS), and until when products are cared for.
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const instant = (table, name) => table.timestamp(name, { useTz: true });

  await knex.schema.createTable('reference_lists', table => {
    table.comment('Lists that are loaded, and how that went');
    table.text('name').primary().comment('kev, epss or lifecycles');
    table.text('source').notNullable().comment('Where it is to be read from');
    table.text('etag').comment('Of what was read last: a file has its times');
    table.text('status').comment('read or fault; null before the first try');
    table.text('because').comment('What is wrong, for an operator');
    table.integer('faults').notNullable().comment('In a row');
    table.text('revision').comment('Digest of the list in force');
    table.text('loaded_from').comment('Where that one was read from');
    instant(table, 'loaded_at').comment('Null: none is in force');
    instant(table, 'as_of').comment('When that one was made');
    table.integer('entries').notNullable().comment('Of that one');
    instant(table, 'checked_at').comment('When its source was asked last');
    instant(table, 'due_at').notNullable();
    table.text('lease');
    instant(table, 'leased_until');
  });
  await knex.schema.createTable('reference_exploited', table => {
    table.comment('Vulnerabilities that are known to be exploited');
    table.text('identifier').primary().comment('In upper case');
    table.text('added_on').notNullable().comment('UTC day, 2026-11-23');
  });
  await knex.schema.createTable('reference_scores', table => {
    table.comment('How likely vulnerabilities are exploited within 30 days');
    table.text('identifier').primary().comment('In upper case');
    table.double('epss').notNullable().comment('0 to 1');
  });
  await knex.schema.createTable('reference_lifecycles', table => {
    table.comment('Until when versions of products get security fixes');
    table.text('product').primary();
    table.text('lifecycle').notNullable().comment('JSON');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('reference_lifecycles');
  await knex.schema.dropTable('reference_scores');
  await knex.schema.dropTable('reference_exploited');
  await knex.schema.dropTable('reference_lists');
};
