// @ts-check

/**
 * Exemptions from checks, with who asked for them, who decided and who ended
 * them, and whom was told of them.
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const instant = (table, name) => table.timestamp(name, { useTz: true });

  await knex.schema.createTable('exemptions', table => {
    table.comment(
      'Exemptions from checks; what was decided is never rewritten',
    );
    table.text('id').primary().comment('UUIDv7: ordered by request');
    table
      .text('subject_ref')
      .notNullable()
      .comment('Entity ref of a service, group or system, in lower case');
    table.text('subject_by').notNullable().comment('service, owner or system');
    table.text('scorecard').notNullable();
    table.text('check_id').notNullable();
    table
      .text('points')
      .comment('JSON, in the order of the vocabulary; null for everywhere');
    table.text('reason').notNullable();
    table.text('ticket').comment('Address');
    table.text('requested_by').notNullable().comment('Entity ref');
    instant(table, 'requested_at').notNullable();
    instant(table, 'expires_at').notNullable().comment('It holds up to here');
    table.text('verdict').comment('approved or denied; null while pending');
    table.text('decided_by').comment('Entity ref');
    instant(table, 'decided_at');
    table.text('decided_reason');
    table.text('revoked_by').comment('Entity ref');
    instant(table, 'revoked_at');
    table.text('revoked_reason');
    table.text('renews').comment('Id of the one that this one goes on from');
    table.integer('renewals').notNullable().comment('How often before this');
    table.index(['subject_ref', 'scorecard', 'check_id']);
    table.index(['expires_at']);
    table.index(['requested_at']);
  });
  await knex.schema.createTable('exemption_notices', table => {
    table.comment('Who is told what of exemptions, once each');
    table.text('exemption_id').notNullable();
    table
      .text('notice')
      .notNullable()
      .comment('requested, decided, revoked, ends-in-14-days, ends-in-3-days');
    table.text('recipient').notNullable().comment('Entity ref');
    instant(table, 'due_at')
      .notNullable()
      .comment('When to try again while it is not sent');
    instant(table, 'sent_at').comment('Null until it went through');
    table.primary(['exemption_id', 'notice', 'recipient']);
  });
  await knex.schema.createTable('exemption_keeping', table => {
    table.comment('Since when exemptions are kept; one row');
    instant(table, 'since').notNullable();
  });
  await knex('exemption_keeping').insert({ since: new Date() });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('exemption_keeping');
  await knex.schema.dropTable('exemption_notices');
  await knex.schema.dropTable('exemptions');
};
