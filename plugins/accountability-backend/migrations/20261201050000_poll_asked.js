// @ts-check

/**
 * A webhook can have a stream asked at once for what it does not tell.
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('poll_bookmarks', table => {
    table
      .timestamp('asked_at', { useTz: true })
      .comment('From then on it is asked besides its times; null is not');
    table.index(['source', 'asked_at']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('poll_bookmarks', table => {
    table.dropIndex(['source', 'asked_at']);
    table.dropColumn('asked_at');
  });
};
