// @ts-check

/**
 * Results of checks know the mode they came to be in: what is only tried out
 * is in no sum.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('check_results', table => {
    table
      .text('mode')
      .notNullable()
      .defaultTo('enforce')
      .comment(
        'Mode in force when the result came to be: audit, warn, enforce',
      );
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('check_results', table => {
    table.dropColumn('mode');
  });
};
