// @ts-check

/**
 * Contributors as keys, the groups they are in and who worked on what. Records
 * say when a change ended that names contributors, so that their keys can be
 * taken out again, and by which commit changes know each other.
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const instant = (table, name) => table.timestamp(name, { useTz: true });
  // Not one transaction, so it may have come half-way before.
  const create = async (name, build) => {
    if (!(await knex.schema.hasTable(name))) {
      await knex.schema.createTable(name, build);
    }
  };
  const add = async (name, column, build) => {
    if (!(await knex.schema.hasColumn(name, column))) {
      await knex.schema.alterTable(name, build);
    }
  };

  await create('install_secrets', table => {
    table.comment('Secrets that this installation made for itself');
    table.text('name').primary();
    table.text('value').notNullable();
  });
  await create('contributors', table => {
    table.comment('Which keys are of one person of the catalog');
    table.text('contributor_key').primary();
    table.text('person_key').notNullable().comment('Key of the entity');
    table.index(['person_key']);
  });
  await create('memberships', table => {
    table.comment('From when to when a person was in a group itself');
    table.text('person_key').notNullable();
    table.text('group_ref').notNullable();
    instant(table, 'valid_from').comment('Null: as far back as anybody knows');
    instant(table, 'valid_to').comment('Null while it lasts');
    instant(table, 'found_at').notNullable().comment('By a catalog sync');
    table.primary(['person_key', 'group_ref', 'found_at']);
    table.index(['group_ref']);
  });
  await create('authorship_days', table => {
    table.comment('Who worked on what part of the code on which day');
    table.text('subject').notNullable();
    table.text('area').notNullable().comment('Two uppermost folders, or .');
    table.text('contributor').notNullable().comment('A key');
    table.text('day').notNullable().comment('UTC day of the merge, 2026-11-23');
    table.integer('changes').notNullable().comment('Of theirs');
    table.integer('reviews').notNullable().comment('Of others, approved');
    table.primary(['subject', 'area', 'contributor', 'day']);
    table.index(['day']);
  });
  await add('record_heads', 'contributors_gone', table => {
    table
      .boolean('contributors_gone')
      .notNullable()
      .defaultTo(false)
      .comment('Taken out; what they did is summed for good');
  });
  await add('records', 'named_until', table => {
    instant(table, 'named_until').comment(
      'End of a change that names contributors; null where none is named',
    );
  });
  await add('records', 'merged_sha', table => {
    table.text('merged_sha').comment('Commit of a merged change');
  });
  const concurrently = knex.client.config.client === 'pg' ? 'concurrently' : '';
  await knex.raw(
    `create index ${concurrently} if not exists records_named_until_index
     on records (named_until) where named_until is not null`,
  );
  await knex.raw(
    `create index ${concurrently} if not exists records_subject_merged_sha_index
     on records (subject, merged_sha) where merged_sha is not null`,
  );
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  for (const name of ['subject_merged_sha', 'named_until']) {
    await knex.raw(`drop index if exists records_${name}_index`);
  }
  for (const [table, column] of [
    ['records', 'merged_sha'],
    ['records', 'named_until'],
    ['record_heads', 'contributors_gone'],
  ]) {
    if (await knex.schema.hasColumn(table, column)) {
      await knex.schema.alterTable(table, builder => {
        builder.dropColumn(column);
      });
    }
  }
  await knex.schema.dropTableIfExists('authorship_days');
  await knex.schema.dropTableIfExists('memberships');
  await knex.schema.dropTableIfExists('contributors');
  await knex.schema.dropTableIfExists('install_secrets');
};

exports.config = { transaction: false };
