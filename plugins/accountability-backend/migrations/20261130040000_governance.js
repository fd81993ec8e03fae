// @ts-check

/**
 * What owners said when they were asked whether a service is theirs, and the
 * CODEOWNERS files of repositories with who of the catalog is named in them.
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const instant = (table, name) => table.timestamp(name, { useTz: true });

  // --- governance ---
  await knex.schema.createTable('attestations', table => {
    table.comment('What groups said of services that are theirs; append-only');
    table.text('id').primary().comment('UUIDv7: ordered by attestation');
    table.text('entity_ref').notNullable();
    instant(table, 'at').notNullable();
    table.text('verdict').notNullable().comment('confirmed or rejected');
    table.text('owner_ref').notNullable().comment('Group that owned it then');
    table.text('reason');
    table.text('by_ref').notNullable().comment('Entity ref of who decided');
    table.index(['entity_ref', 'at']);
  });
  await knex.schema.createTable('attestation_requests', table => {
    table.comment('Which groups were asked to attest what, once a period');
    table.text('entity_ref').notNullable();
    table.text('owner_ref').notNullable();
    instant(table, 'due_at').notNullable().comment('Begin of the period');
    instant(table, 'requested_at').notNullable();
    table.primary(['entity_ref', 'owner_ref', 'due_at']);
  });

  // --- codeowners ---
  await knex.schema.createTable('codeowners_files', table => {
    table.comment('The CODEOWNERS file of each repository as last read');
    table.text('subject').primary();
    table.text('url').comment('Of the repository; null where none is known');
    table.text('dialect').comment('github, gitlab or bitbucket');
    table.text('path').comment('Where it was found');
    table.text('etag').comment('Of the host, for that path');
    table.text('revision').comment('Digest of the text');
    table.text('text');
    table
      .text('objections')
      .comment('Of the host itself, JSON; null where it was not asked');
    table
      .text('status')
      .comment('read, absent or fault; null before it is looked at');
    table.text('because').comment('Why it is absent or cannot be read');
    instant(table, 'read_at').comment('When the text was last known as it is');
    instant(table, 'checked_at').comment('When it was last looked for');
    instant(table, 'due_at').comment('When it is next; null for never');
    table.text('lease').comment('Of the replica that reads it');
    instant(table, 'leased_until');
    table.index(['due_at']);
  });
  await knex.schema.createTable('codeowners_owners', table => {
    table.comment('Whom each file names');
    table.text('subject').notNullable();
    table
      .text('handle')
      .notNullable()
      .comment('Digest, see codeowners_handles');
    table.primary(['subject', 'handle']);
    table.index(['handle']);
  });
  await knex.schema.createTable('codeowners_handles', table => {
    table.comment('Who of the catalog goes by which name of a host');
    table
      .text('handle')
      .primary()
      .comment('Digest of dialect and name in lower case: no login is kept');
    table.text('entity_ref').comment('Of a group; null for a person');
    table.integer('size').comment('People; null where it is not known');
    table.text('rule').notNullable().comment('annotation, name or email');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('codeowners_handles');
  await knex.schema.dropTable('codeowners_owners');
  await knex.schema.dropTable('codeowners_files');
  await knex.schema.dropTable('attestation_requests');
  await knex.schema.dropTable('attestations');
};
