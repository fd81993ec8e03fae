// @ts-check

/**
 * What had begun before a stretch of time and reached into it is found by kind,
 * and its beginning is in the index: else all that ended in the stretch is read
 * a second time.
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const isPostgres = knex.client.config.client === 'pg';
  const concurrently = isPostgres ? 'concurrently' : '';
  await knex.raw(
    `create index ${concurrently} if not exists records_subject_kind_ended_at_started_at_index
     on records (subject, kind, ended_at, started_at)`,
  );
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  const concurrently = knex.client.config.client === 'pg' ? 'concurrently' : '';
  await knex.raw(
    `drop index ${concurrently} if exists records_subject_kind_ended_at_started_at_index`,
  );
};

exports.config = { transaction: false };
