// @ts-check

/**
 * The tables of the pipeline, one writing room each.
 * Documents are text, not json: they are written and read whole, and text
 * comes back the same from PostgreSQL and SQLite.
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const instant = (table, name) => table.timestamp(name, { useTz: true });

  // --- ingestion ---
  await knex.schema.createTable('deliveries', table => {
    table.comment('What sources sent, verified, with its verdict');
    table.text('source').notNullable();
    table.text('id').notNullable().comment('UUIDv7: ordered by arrival');
    table.text('dedupe_key').notNullable().comment("The sender's own id");
    instant(table, 'received_at').notNullable();
    table.text('headers').notNullable().comment('JSON, only those needed');
    table.binary('body').comment('Raw bytes; null once pruned');
    table.text('verdict').notNullable();
    table.text('because').comment('Reason of any verdict but accepted');
    table.integer('events').notNullable().comment('Events read out of it');
    table.text('refused').comment('JSON, refused parts of a batch');
    table.primary(['source', 'id']);
    table.unique(['source', 'dedupe_key']);
    table.index(['source', 'received_at']);
    table.index(['source', 'received_at'], 'deliveries_troubles_index', {
      predicate: knex.whereRaw("verdict <> 'accepted'"),
    });
  });

  // --- records ---
  await knex.schema.createTable('subjects', table => {
    table.comment('Every subject ever named by a record');
    table.text('subject').primary();
    instant(table, 'first_seen_at').notNullable();
  });
  await knex.schema.createTable('record_kinds', table => {
    table.comment('Kinds of record that any source has delivered');
    table.text('kind').primary();
    instant(table, 'first_seen_at').notNullable();
  });
  await knex.schema.createTable('record_heads', table => {
    table.comment('Where each record lives now; locked while it is folded');
    table.text('record_id').primary();
    table.text('subject').notNullable();
    table.integer('revision').notNullable().comment('Distinct events');
  });
  await knex.schema.createTable('record_events', table => {
    table.comment('Append-only: everything said about each record');
    table.text('record_id').notNullable();
    table.text('event_id').notNullable().comment('Digest of the event itself');
    table.text('subject').notNullable();
    instant(table, 'at').notNullable().comment("By the source's clock");
    table.text('event').notNullable().comment('JSON, the record event');
    table.text('delivery_id').notNullable();
    instant(table, 'received_at').notNullable();
    table.primary(['record_id', 'event_id']);
    table.index(['subject', 'at']);
  });
  await knex.schema.createTable('records', table => {
    table.comment('Current row of each record: the fold over its events');
    table.text('subject').notNullable();
    table.text('record_id').notNullable();
    table.text('kind').notNullable();
    instant(table, 'started_at').notNullable();
    instant(table, 'ended_at');
    table.text('environment').comment('Null is unknown, not production');
    table.text('record').notNullable().comment('JSON, the whole record');
    table.primary(['subject', 'record_id']);
    table.index(['subject', 'kind', 'started_at']);
    table.index(['subject', 'ended_at']);
  });

  // --- ownership ---
  await knex.schema.createTable('services', table => {
    table.comment('Services of the catalog');
    table.text('entity_ref').primary();
    table.text('title').notNullable();
    table.text('kind').notNullable();
    table.text('type');
    table.text('lifecycle');
    table.text('system');
    table.text('owner_ref').comment('As the catalog has it now');
    table.boolean('owner_resolves').notNullable();
    table.text('entity').notNullable().comment('JSON, for applicability');
    table.text('digest').notNullable().comment('Of all the above');
    instant(table, 'removed_at').comment('Gone from the catalog since');
    table.index(['owner_ref']);
  });
  await knex.schema.createTable('subject_keys', table => {
    table.comment('Which subjects belong to which service');
    table.text('subject').notNullable();
    table.text('entity_ref').notNullable();
    table.text('origin').notNullable().comment('Annotation it was read from');
    table.primary(['subject', 'entity_ref']);
    table.index(['entity_ref']);
  });
  await knex.schema.createTable('owner_spans', table => {
    table.comment('Who owned a service from when to when');
    table.text('entity_ref').notNullable();
    instant(table, 'valid_from').notNullable();
    instant(table, 'valid_to').comment('Null while it lasts');
    table.text('owner_ref').comment('Null: the catalog named no owner');
    table.text('origin').notNullable().comment('catalog or import');
    table.primary(['entity_ref', 'valid_from']);
    table.index(['owner_ref', 'valid_from']);
  });
  await knex.schema.createTable('groups', table => {
    table.comment('Groups of the catalog');
    table.text('group_ref').primary();
    table.text('title').notNullable();
    table
      .text('parent_ref')
      .comment('Null for a root, or where a cycle was cut');
    table.text('zone').comment('IANA zone of the team; null is UTC');
  });
  await knex.schema.createTable('group_closure', table => {
    table.comment('Every group with every group below it, itself at depth 0');
    table.text('ancestor_ref').notNullable();
    table.text('descendant_ref').notNullable();
    table.integer('depth').notNullable();
    table.primary(['ancestor_ref', 'descendant_ref']);
    table.index(['descendant_ref']);
  });
  await knex.schema.createTable('ownership_problems', table => {
    table.comment('What the last catalog sync could not make sense of');
    table.text('entity_ref').notNullable();
    table.text('problem').notNullable();
    table.text('because').notNullable();
    table.primary(['entity_ref', 'problem']);
  });

  // --- assessment ---
  await knex.schema.createTable('assessment_queue', table => {
    table.comment('When each service is to be assessed next');
    table.text('entity_ref').primary();
    instant(table, 'due_at').notNullable();
    table.integer('version').notNullable().comment('Grows when made due');
    table.text('lease').comment('Who is at it');
    instant(table, 'leased_until').comment('After this a crash is assumed');
    table.integer('attempts').notNullable().comment('Failed in a row');
    table.text('trouble').comment('Why the last attempt failed');
    instant(table, 'restate_from').comment(
      'Late records changed closed days since; null is none',
    );
    table.index(['due_at']);
    table.index(['restate_from'], 'assessment_queue_restate_index', {
      predicate: knex.whereNotNull('restate_from'),
    });
  });
  await knex.schema.createTable('policy_revisions', table => {
    table.comment('Every policy that was ever in force');
    table.text('digest').notNullable();
    instant(table, 'in_force_from').notNullable();
    table.text('files').notNullable().comment('JSON, the files as read');
    // One that comes back into force gets another row: the past stays the past.
    table.primary(['digest', 'in_force_from']);
    table.index(['in_force_from']);
  });
  await knex.schema.createTable('assessments', table => {
    table.comment('Latest assessment of each service');
    table.text('entity_ref').primary();
    instant(table, 'assessed_at').notNullable();
    instant(table, 'newest_record_at');
    table.integer('known').notNullable().comment('Checks with a known result');
    table.integer('applicable').notNullable();
    table.text('document').notNullable().comment('JSON, the assessment');
    table.text('digest').notNullable().comment('Of what the document says');
  });
  await knex.schema.createTable('service_levels', table => {
    table.comment('Level of each service on each scorecard');
    table.text('entity_ref').notNullable();
    table.text('scorecard').notNullable();
    table.text('level').comment('Null for none');
    table.integer('rank').notNullable();
    table.text('ladder').notNullable().comment('JSON, names lowest first');
    instant(table, 'since').notNullable();
    table.primary(['entity_ref', 'scorecard']);
  });
  await knex.schema.createTable('check_results', table => {
    table.comment('Latest result of each check for each service');
    table.text('entity_ref').notNullable();
    table.text('scorecard').notNullable();
    table.text('check_id').notNullable();
    table.text('burden').notNullable();
    table.text('status').notNullable();
    instant(table, 'since').notNullable();
    table.primary(['entity_ref', 'scorecard', 'check_id']);
  });
  await knex.schema.createTable('transitions', table => {
    table.comment('Changes of levels and check results, never one row a run');
    table.text('entity_ref').notNullable();
    instant(table, 'at').notNullable();
    table.text('scorecard').notNullable();
    table.text('check_id').notNullable().comment('Empty for the level');
    table.text('from_status').notNullable();
    table.text('to_status').notNullable();
    table.text('because').notNullable();
    table.primary(['entity_ref', 'at', 'scorecard', 'check_id']);
  });
  await knex.schema.createTable('fact_snapshots', table => {
    table.comment('One value a day of each fact of each service');
    table.text('entity_ref').notNullable();
    table.text('fact').notNullable();
    table.text('day').notNullable().comment('UTC day, 2026-11-23');
    table.double('value').comment('Null is unknown; booleans are 0 and 1');
    table.text('reason').comment('Why unknown');
    table.primary(['entity_ref', 'fact', 'day']);
  });
  await knex.schema.createTable('attributions', table => {
    table.comment('Causes of incidents, superseded and never overwritten');
    table.text('entity_ref').notNullable();
    table.text('incident_id').notNullable();
    instant(table, 'decided_at').notNullable();
    instant(table, 'superseded_at').comment('Null for the one in force');
    table.text('method').notNullable();
    table.text('cause_id').comment('Null for none');
    table.text('attribution').notNullable().comment('JSON, the whole link');
    table.primary(['entity_ref', 'incident_id', 'decided_at']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  for (const table of [
    'attributions',
    'fact_snapshots',
    'transitions',
    'check_results',
    'service_levels',
    'assessments',
    'policy_revisions',
    'assessment_queue',
    'ownership_problems',
    'group_closure',
    'groups',
    'owner_spans',
    'subject_keys',
    'services',
    'records',
    'record_events',
    'record_heads',
    'record_kinds',
    'subjects',
    'deliveries',
  ]) {
    await knex.schema.dropTable(table);
  }
};
