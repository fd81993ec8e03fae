// @ts-check

/**
 * What owners were told of checks that turned to fail and levels that fell.
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const instant = (table, name) => table.timestamp(name, { useTz: true });

  await knex.schema.createTable('told_regressions', table => {
    table.comment(
      'Failing checks and fallen levels whose owner was told, while they stand',
    );
    table.text('entity_ref').notNullable();
    table.text('scorecard').notNullable();
    table.text('check_id').notNullable().comment('Empty for the level');
    table.text('status').notNullable().comment('fail, or the level told of');
    instant(table, 'told_at').notNullable();
    table.primary(['entity_ref', 'scorecard', 'check_id']);
  });
  await knex.schema.createTable('owner_digests', table => {
    table.comment('When each group was last told what turned, and may be next');
    table.text('owner_ref').primary();
    instant(table, 'sent_at').comment('Of the last one that went out');
    instant(table, 'due_at').notNullable().comment('Not again before');
    table.integer('attempts').notNullable().comment('That failed in a row');
    table.text('lease').comment('Of the replica that tells it');
    instant(table, 'leased_until');
  });
  await knex.raw(
    `create index check_results_failing_since on check_results (since) where status = 'fail'`,
  );
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.raw('drop index check_results_failing_since');
  await knex.schema.dropTable('owner_digests');
  await knex.schema.dropTable('told_regressions');
};
