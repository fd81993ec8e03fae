// @ts-check

const { changeAssessments } = require('./lib/changeAssessments');

const columns = ['document', 'facts', 'fact_details', 'attributions'];

/**
 * What is behind facts, and links, are kept apart from what a policy reads and
 * says: they are two thirds of the bytes, and holding a policy against a
 * service needs none of them.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await add(knex, 'fact_details', 'JSON, what is behind each of the facts');
  await add(knex, 'attributions', 'JSON, links of incidents to changes');
  await changeAssessments(knex, {
    columns,
    only: query => query.where('fact_details', ''),
    change: takeApart,
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await changeAssessments(knex, {
    columns,
    only: query => query.whereNot('fact_details', ''),
    change: together,
  });
  await knex.schema.alterTable('assessments', table => {
    table.dropColumn('fact_details');
    table.dropColumn('attributions');
  });
};

// Batches want no transaction around all of them.
exports.config = { transaction: false };

async function add(knex, name, comment) {
  if (await knex.schema.hasColumn('assessments', name)) return;
  await knex.schema.alterTable('assessments', table => {
    table.text(name).notNullable().defaultTo('').comment(comment);
  });
}

function takeApart(row) {
  const facts = JSON.parse(row.facts || '[]').map(
    ({ id, unit, observedAt, because, status, value, reason, ...details }) => {
      const reading = { id, unit, observedAt, because, status, value, reason };
      return { reading, details };
    },
  );
  const { attributions = [], ...document } = JSON.parse(row.document);
  return {
    facts: JSON.stringify(facts.map(({ reading }) => reading)),
    fact_details: JSON.stringify(facts.map(({ details }) => details)),
    attributions: JSON.stringify(attributions),
    document: JSON.stringify(document),
  };
}

function together(row) {
  const details = JSON.parse(row.fact_details);
  const facts = JSON.parse(row.facts).map((reading, i) => {
    return { ...details[i], ...reading };
  });
  const attributions = JSON.parse(row.attributions || '[]');
  return {
    facts: JSON.stringify(facts),
    document: JSON.stringify({ attributions, ...JSON.parse(row.document) }),
    // So that it is not put together twice where this comes half-way.
    fact_details: '',
  };
}
