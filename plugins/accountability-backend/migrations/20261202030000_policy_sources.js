// @ts-check

/**
 * Where policy is read from with what it gave last, and what of earlier
 * revisions stays in force because a later one is at fault.
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const instant = (table, name) => table.timestamp(name, { useTz: true });
  await knex.schema.createTable('policy_sources', table => {
    table.comment('Where policy is read from, and what was there');
    table.text('location').primary().comment('Path or address');
    table.text('type').notNullable().comment('file or url');
    table.text('etag').comment('Of the host');
    table
      .text('files')
      .comment('JSON, the files as last read; null before the first time');
    table
      .text('state')
      .notNullable()
      .comment('read, unchanged, failed or pending');
    table.text('because').comment('Why it could not be read');
    table.integer('failures').notNullable().defaultTo(0).comment('In a row');
    instant(table, 'read_at').comment('When it was last known as it is');
    instant(table, 'due_at').notNullable().comment('When it is read next');
    table.text('lease').comment('Of the replica that reads it');
    instant(table, 'leased_until');
  });
  await knex.schema.alterTable('policy_revisions', table => {
    table
      .text('kept')
      .notNullable()
      .defaultTo('[]')
      .comment('JSON, parts of earlier files that stay in force');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('policy_revisions', table => {
    table.dropColumn('kept');
  });
  await knex.schema.dropTable('policy_sources');
};
