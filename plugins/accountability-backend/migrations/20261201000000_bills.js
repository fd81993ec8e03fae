// @ts-check

/**
 * What services are built from: each list of components once, and which reports
 * of which commits have it, so that no other report is read to find one.
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const instant = (table, name) => table.timestamp(name, { useTz: true });

  await knex.schema.createTable('bills', table => {
    table.comment('Lists of components, each once, whoever has it');
    table.text('digest').primary().comment('SHA-256 of the components');
    table
      .text('components')
      .notNullable()
      .comment('Package urls, JSON: those asked for directly and the others');
    instant(table, 'seen_at')
      .notNullable()
      .comment('When it came in last, by our clock');
    table.index(['seen_at']);
  });
  await knex.schema.createTable('bill_reports', table => {
    table.comment('Reports that are bills of materials, as records have them');
    table.text('record_id').primary();
    table.text('subject').notNullable();
    table
      .text('series')
      .comment('Bills that follow each other; null for those of a branch');
    instant(table, 'at').notNullable().comment('When it was uploaded first');
    table
      .text('sha_prefix')
      .comment('First seven digits of the commit; null where none is named');
    table.text('digest').notNullable().comment('Of its bill');
    table.index(['subject', 'series', 'at']);
    table.index(['sha_prefix', 'subject']);
    table.index(['digest']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('bill_reports');
  await knex.schema.dropTable('bills');
};
