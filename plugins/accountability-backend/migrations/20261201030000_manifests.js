// @ts-check

/**
 * What files of repositories ask for, as runtimes and base images.
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const instant = (table, name) => table.timestamp(name, { useTz: true });

  await knex.schema.createTable('manifest_repositories', table => {
    table.comment('Repositories whose manifests are read, and how that went');
    table.text('subject').primary();
    table.text('url').comment('Null where none is known');
    table.text('dialect').comment('github, gitlab or bitbucket');
    table.text('status').comment('read or fault; null before it is looked at');
    table.text('because').comment('Why it, or one of its files, is not read');
    instant(table, 'read_at').comment('When all of it was last known');
    instant(table, 'checked_at').comment('When it was last looked at');
    instant(table, 'due_at').comment('When it is next; null for never');
    table.integer('faults').notNullable().defaultTo(0).comment('In a row');
    table.text('lease').comment('Of the replica that reads it');
    instant(table, 'leased_until');
    table.index(['due_at']);
  });
  await knex.schema.createTable('manifest_files', table => {
    table.comment('Manifests that are there; of their text nothing is kept');
    table.text('subject').notNullable();
    table.text('path').notNullable().comment('From the root');
    table.text('url').notNullable().comment('Where the etag is of');
    table.text('etag').comment('Of the host');
    table.integer('reading').notNullable().comment('How it was read');
    table
      .text('runtimes')
      .notNullable()
      .comment('Package urls with versions, JSON');
    table.primary(['subject', 'path']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('manifest_files');
  await knex.schema.dropTable('manifest_repositories');
};
