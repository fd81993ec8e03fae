// @ts-check

/** Assessments that are taken apart, or put together, at once. */
const BATCH = 200;

/** What every check counts that was judged before there were severities and weights. */
const usual = { severity: 'medium', weight: 1 };

/**
 * Facts of an assessment stand apart from what a policy says of them, so that
 * another policy is held against them without measuring anew.
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  // Not one transaction, so it may have come half-way before.
  const add = async (table, column, build) => {
    if (!(await knex.schema.hasColumn(table, column))) {
      await knex.schema.alterTable(table, build);
    }
  };
  await add('assessments', 'facts', table => {
    table
      .text('facts')
      .notNullable()
      .defaultTo('')
      .comment('JSON, the facts as measured');
  });
  await add('assessments', 'facts_digest', table => {
    table
      .text('facts_digest')
      .notNullable()
      .defaultTo('')
      .comment('Of what the facts say');
  });
  await add('assessments', 'measured_at', table => {
    table
      .timestamp('measured_at', { useTz: true })
      .comment('When the facts were last known to be so');
  });
  await add('assessments', 'policy', table => {
    table
      .text('policy')
      .notNullable()
      .defaultTo('')
      .comment('Digest of the policy that judged');
  });
  await inBatches(knex, query => query.where('facts', ''), takeApart);
  const concurrently = knex.client.config.client === 'pg' ? 'concurrently' : '';
  await knex.raw(
    `create index ${concurrently} if not exists assessments_policy_index
     on assessments (policy)`,
  );
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.raw('drop index if exists assessments_policy_index');
  await inBatches(knex, query => query.whereNot('facts', ''), putTogether);
  await knex.schema.alterTable('assessments', table => {
    table.dropColumn('facts');
    table.dropColumn('facts_digest');
    table.dropColumn('measured_at');
    table.dropColumn('policy');
  });
};

// An index that is made while others write wants no transaction, nor do batches.
exports.config = { transaction: false };

/** Changes all rows of a condition, so many in one transaction. */
async function inBatches(knex, only, change) {
  for (let after = ''; ; ) {
    const rows = await only(knex('assessments'))
      .where('entity_ref', '>', after)
      .orderBy('entity_ref')
      .limit(BATCH)
      .select('entity_ref', 'document', 'facts', 'policy', 'assessed_at');
    if (rows.length === 0) return;
    await knex.transaction(async trx => {
      for (const row of rows) {
        await trx('assessments')
          .where({ entity_ref: row.entity_ref })
          .update(change(row));
      }
    });
    after = rows[rows.length - 1].entity_ref;
  }
}

function takeApart({ document, assessed_at: assessedAt }) {
  const { facts = [], policy = '', ...rest } = JSON.parse(document);
  return {
    document: JSON.stringify({
      ...rest,
      scorecards: (rest.scorecards || []).map(withPoints),
    }),
    facts: JSON.stringify(facts),
    policy,
    measured_at: new Date(assessedAt),
  };
}

function withPoints(scorecard) {
  const checks = scorecard.checks.map(check => ({ ...usual, ...check }));
  return { points: pointsOf(checks), ...scorecard, checks };
}

function pointsOf(checks) {
  const points = { earned: 0, possible: 0 };
  for (const { status, weight } of checks) {
    if (status === 'pass') points.earned += weight;
    if (['pass', 'warn', 'fail'].includes(status)) points.possible += weight;
  }
  return points;
}

function putTogether({ document, facts, policy }) {
  return {
    document: JSON.stringify({
      ...JSON.parse(document),
      policy,
      facts: JSON.parse(facts),
    }),
    // So that it is not put together twice where this comes half-way.
    facts: '',
  };
}
