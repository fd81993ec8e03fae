// @ts-check

/**
 * Causes of incidents beyond one service: what people decide, what services
 * depend on, whom a link charges; and what closed days said before they were
 * told again.
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const instant = (table, name) => table.timestamp(name, { useTz: true });

  // --- governance ---
  await knex.schema.createTable('cause_overrides', table => {
    table.comment('What people decided on causes of incidents; append-only');
    table.text('id').primary().comment('UUIDv7: ordered by decision');
    table.text('incident_id').notNullable();
    table.text('entity_ref').notNullable().comment('Of the incident then');
    table.text('cause_id').comment('Deployment; null is no change at all');
    table.text('reason').notNullable();
    table.text('decided_by').notNullable().comment('Entity ref');
    instant(table, 'decided_at').notNullable();
    instant(table, 'withdrawn_at').comment('Null while it is in force');
    table.text('withdrawn_by').comment('Entity ref');
    table.text('withdrawn_reason');
    table.index(['incident_id', 'decided_at']);
    table.unique(['incident_id'], {
      indexName: 'cause_overrides_in_force_unique',
      predicate: knex.whereNull('withdrawn_at'),
    });
  });

  // --- ownership ---
  await knex.schema.createTable('service_dependencies', table => {
    table.comment('Which entities each service depends on, by the catalog');
    table.text('entity_ref').notNullable();
    table.text('depends_on').notNullable().comment('Entity ref');
    table.primary(['entity_ref', 'depends_on']);
    table.index(['depends_on', 'entity_ref']);
  });
  await knex.schema.alterTable('services', table => {
    table.index(['system']);
  });

  // --- assessment ---
  await knex.schema.alterTable('attributions', table => {
    table
      .text('cause_entity_ref')
      .comment("Service that is charged, where not the incident's");
    instant(table, 'incident_at').comment('When the incident began');
    table.index(
      ['cause_entity_ref', 'incident_at'],
      'attributions_cause_service_index',
      { predicate: knex.whereNotNull('cause_entity_ref') },
    );
    table.index(['cause_id'], 'attributions_cause_index', {
      predicate: knex.whereNull('superseded_at'),
    });
  });
  await knex.schema.createTable('fact_snapshot_revisions', table => {
    table.comment('What closed days said until they were told again');
    table.text('entity_ref').notNullable();
    table.text('fact').notNullable();
    table.text('day').notNullable().comment('UTC day, 2026-11-23');
    instant(table, 'stood_until').notNullable();
    table.double('value').comment('Null is unknown; booleans are 0 and 1');
    table.text('reason').comment('Why unknown');
    table.primary(['entity_ref', 'fact', 'day', 'stood_until']);
  });

  // --- records ---
  // Incidents of all services that began together. Built without holding up
  // writers, where the database can.
  const isPostgres = knex.client.config.client === 'pg';
  await knex.raw(
    `create index ${
      isPostgres ? 'concurrently' : ''
    } if not exists records_incidents_index on records (started_at) where kind = 'incident'`,
  );
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.raw('drop index if exists records_incidents_index');
  await knex.schema.dropTable('fact_snapshot_revisions');
  await knex.raw('drop index if exists attributions_cause_index');
  await knex.raw('drop index if exists attributions_cause_service_index');
  // Not through the builder, which on SQLite makes the table anew.
  await knex.raw('alter table attributions drop column incident_at');
  await knex.raw('alter table attributions drop column cause_entity_ref');
  await knex.schema.alterTable('services', table => {
    table.dropIndex(['system']);
  });
  await knex.schema.dropTable('service_dependencies');
  await knex.schema.dropTable('cause_overrides');
};

exports.config = { transaction: false };
