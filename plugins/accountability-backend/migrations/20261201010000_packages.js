// @ts-check

/**
 * When versions of the packages came out that services ask for directly.
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const instant = (table, name) => table.timestamp(name, { useTz: true });

  await knex.schema.createTable('packages', table => {
    table.comment('Packages that bills name directly, and their releases');
    table.text('package').primary().comment('Package url without version');
    table.text('asked').comment('Digest of the sources that were asked last');
    table.text('source').comment('Which of them it was read from');
    table.text('etag').comment('Of what was read there');
    table.text('status').comment('read, absent, fault; null: not asked yet');
    table.text('because').comment('Why there is nothing new');
    table
      .text('history')
      .comment('The newest ones as JSON, then a line a version; epoch seconds');
    table.text('digest').comment('Of the history');
    table
      .boolean('is_untold')
      .notNullable()
      .defaultTo(false)
      .comment('Services that use it are not due yet');
    table.integer('faults').notNullable().defaultTo(0).comment('In a row');
    instant(table, 'read_at').comment('When the history was true last');
    instant(table, 'checked_at');
    instant(table, 'due_at').comment('Null where no bill names it any more');
    table.text('lease');
    instant(table, 'leased_until');
    table.index(['due_at']);
  });
  await knex.raw(
    'create index packages_untold_index on packages (package) where is_untold',
  );
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('packages');
};
