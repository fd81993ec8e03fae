// @ts-check

/**
 * How far each source was asked for what its webhooks may have lost.
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const instant = (table, name) => table.timestamp(name, { useTz: true });

  await knex.schema.createTable('poll_bookmarks', table => {
    table.comment('How far each subject of a source was polled, by stream');
    table.text('source').notNullable();
    table.text('stream').notNullable();
    table.text('subject').notNullable().comment('Empty: all of the source');
    instant(table, 'bookmark')
      .notNullable()
      .comment("Changes up to here are stored, by the source's clock");
    table.text('pass').comment('JSON, a pass that is to go on; null is none');
    table.text('etag').comment('Of the last pass that ended');
    instant(table, 'polled_at').comment('Last time it was its turn');
    instant(table, 'next_at').notNullable();
    table.integer('failures').notNullable().comment('Failed in a row');
    table.text('trouble').comment('Why the last pass failed or paused');
    instant(table, 'limited_until').comment('Its quota is used up until then');
    table.text('lease').comment('Who is at it');
    instant(table, 'leased_until').comment('After this a crash is assumed');
    table.primary(['source', 'stream', 'subject']);
    table.index(['source', 'next_at']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('poll_bookmarks');
};
