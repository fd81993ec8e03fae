// @ts-check

/**
 * Campaigns, how their targets were put off, and who was reminded of them;
 * and results and transitions by check, since campaigns and scorecards ask for
 * one check of all services.
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

  await create('campaigns', table => {
    table.comment('Pushes, with an end, to have checks pass everywhere');
    table.text('id').primary().comment('UUIDv7: ordered by creation');
    table.text('title').notNullable();
    table.text('description');
    table.text('checks').notNullable().comment('JSON, scorecard and check');
    table.text('scope').comment('JSON, a filter predicate; null for all');
    table.text('owner_ref').comment('Group that runs it');
    table.text('state').notNullable().comment('draft, active or ended');
    instant(table, 'created_at').notNullable();
    table.text('created_by').notNullable().comment('Ref of a principal');
    instant(table, 'started_at');
    table.text('started_by');
    instant(table, 'ended_at');
    table.text('ended_by');
    instant(table, 'target_at').notNullable().comment('When all is to be done');
    table.text('milestones').notNullable().comment('JSON, the first first');
    table.integer('remind_every_days').notNullable().comment('0 is never');
    table.index(['state']);
  });
  await create('campaign_moves', table => {
    table.comment('How targets of active campaigns were put off; append-only');
    table.text('campaign_id').notNullable();
    instant(table, 'moved_at').notNullable();
    instant(table, 'from_at').notNullable();
    instant(table, 'to_at').notNullable();
    table.text('reason').notNullable();
    table.text('moved_by').notNullable().comment('Ref of a principal');
    table.primary(['campaign_id', 'moved_at']);
  });
  await create('campaign_reminders', table => {
    table.comment('When each owner was last reminded of an active campaign');
    table.text('owner_ref').notNullable();
    table.text('campaign_id').notNullable();
    instant(table, 'reminded_at').notNullable();
    table.primary(['owner_ref', 'campaign_id']);
  });
  const concurrently = knex.client.config.client === 'pg' ? 'concurrently' : '';
  await knex.raw(
    `create index ${concurrently} if not exists check_results_check_index
     on check_results (scorecard, check_id)`,
  );
  await knex.raw(
    `create index ${concurrently} if not exists transitions_check_index
     on transitions (scorecard, check_id, at)`,
  );
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.raw('drop index if exists transitions_check_index');
  await knex.raw('drop index if exists check_results_check_index');
  await knex.schema.dropTableIfExists('campaign_reminders');
  await knex.schema.dropTableIfExists('campaign_moves');
  await knex.schema.dropTableIfExists('campaigns');
};

exports.config = { transaction: false };
