// @ts-check

const { changeAssessments } = require('./lib/changeAssessments');

const columns = ['document', 'facts', 'policy', 'assessed_at'];

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
  await changeAssessments(knex, {
    columns,
    only: query => query.where('facts', ''),
    change: takeApart,
  });
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
  await changeAssessments(knex, {
    columns,
    only: query => query.whereNot('facts', ''),
    change: putTogether,
  });
  await knex.schema.alterTable('assessments', table => {
    table.dropColumn('facts');
    table.dropColumn('facts_digest');
    table.dropColumn('measured_at');
    table.dropColumn('policy');
  });
};

// An index that is made while others write wants no transaction, nor do batches.
exports.config = { transaction: false };

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
