// @ts-check

const { changeAssessments } = require('./lib/changeAssessments');

/**
 * What a policy says of its checks whatever the service is stands once, and
 * not in the document of each service.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  if (await knex.schema.hasTable('policy_templates')) return;
  await knex.schema.createTable('policy_templates', table => {
    table.comment('What policies say of their checks whatever the service is');
    table.text('digest').primary().comment('Of the policy');
    table
      .text('template')
      .notNullable()
      .comment('JSON, checks by scorecard and id');
  });
};

/**
 * Documents are written as they were before; those of before stay as they are.
 *
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  const templates = new Map();
  for (const row of await knex('policy_templates')) {
    templates.set(row.digest, JSON.parse(row.template));
  }
  await changeAssessments(knex, {
    columns: ['document', 'policy'],
    change: ({ document, policy }) => {
      return { document: unpack(document, templates.get(policy) || {}) };
    },
  });
  await knex.schema.dropTable('policy_templates');
};

// Batches want no transaction around all of them.
exports.config = { transaction: false };

function unpack(text, template) {
  const { scorecards = [], ...document } = JSON.parse(text);
  return JSON.stringify({
    ...document,
    scorecards: scorecards.map(scorecard => ({
      ...scorecard,
      checks: scorecard.checks.flatMap(check => {
        if ('title' in check) return [check];
        const own = (template[scorecard.scorecard] || {})[check.check];
        return own ? [unpackCheck(check, own)] : [];
      }),
    })),
  });
}

function unpackCheck({ of = 'expression', saw = [], ...said }, template) {
  return {
    ...said,
    ...template.fixed,
    clauses: saw.map(([outcome, ...values], index) => {
      const { text, facts, operands } = template[of][index];
      return {
        text,
        outcome,
        operands: operands.map((expression, at) => {
          return { expression, value: values[at] };
        }),
        facts,
      };
    }),
  };
}
