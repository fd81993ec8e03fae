// @ts-check

/**
 * What the jobs of services used of shared pools of runners, by closed UTC day.
 * It is filled by the next assessments.
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const instant = (table, name) => table.timestamp(name, { useTz: true });

  await knex.schema.createTable('pool_days', table => {
    table.comment('What each subject used of pools of runners on closed days');
    table.text('subject').notNullable();
    table.text('pool').notNullable().comment('A label of one source');
    table.text('day').notNullable().comment('UTC day, 2026-11-23');
    table.bigInteger('busy_ms').notNullable();
    table.primary(['subject', 'pool', 'day']);
    table.index(['pool', 'day']);
  });
  await knex.schema.createTable('pool_subjects', table => {
    table.comment('How far the use of pools by a subject is told');
    table.text('subject').primary();
    table.text('since').notNullable().comment('First UTC day that is whole');
    table.text('digest').notNullable().comment('Of the days of the window');
  });
  await knex.schema.createTable('pool_totals', table => {
    table.comment('Sums of pool_days over all subjects');
    table.text('pool').notNullable();
    table.text('day').notNullable().comment('UTC day, 2026-11-23');
    table.bigInteger('busy_ms').notNullable();
    table.primary(['pool', 'day']);
  });
  await knex.schema.createTable('pool_turns', table => {
    table.comment(
      'When services that use a pool are due for the use of others',
    );
    table.text('pool').notNullable().comment('Empty: subjects of no service');
    instant(table, 'due_at').notNullable();
    instant(table, 'restate_from')
      .notNullable()
      .comment('From when on closed days are told again; due_at for none');
    table.primary(['pool', 'due_at', 'restate_from']);
    table.index(['due_at']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('pool_turns');
  await knex.schema.dropTable('pool_totals');
  await knex.schema.dropTable('pool_subjects');
  await knex.schema.dropTable('pool_days');
};
