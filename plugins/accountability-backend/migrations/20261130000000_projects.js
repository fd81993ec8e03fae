// @ts-check

/**
 * The project that a service is counted to. It is filled by the next catalog
 * sync.
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('services', table => {
    table
      .text('project')
      .comment('By accountability.io/project, in lower case; null for none');
    table.index(['project']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('services', table => {
    table.dropIndex(['project']);
  });
  // Not through the builder, which on SQLite makes the table anew.
  await knex.raw('alter table services drop column project');
};
