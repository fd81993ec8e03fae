// @ts-check

/**
 * Deliveries that came too fast are counted apart from those that were not
 * signed right: other things are to be done about them.
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('source_hours', table => {
    table
      .integer('limited')
      .notNullable()
      .defaultTo(0)
      .comment('Answered with 429: too many came');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('source_hours', table => {
    table.dropColumn('limited');
  });
};
