// @ts-check

/** Records read, and rows written, at once. */
const BATCH = 500;

/**
 * Which topics merged changes share, so that siblings in other repositories are
 * found without reading all changes. Filled from the records there are.
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  // Not one transaction, so it may have come half-way before.
  if (!(await knex.schema.hasTable('change_topics'))) {
    await knex.schema.createTable('change_topics', table => {
      table.comment('Topics of changes that came to the default branch');
      table.text('record_id').notNullable();
      table.text('topic').notNullable().comment('Key of an issue');
      table.text('subject').notNullable();
      table.timestamp('merged_at', { useTz: true }).notNullable();
      table.primary(['record_id', 'topic']);
      table.index(['topic', 'merged_at']);
      table.index(['subject', 'merged_at']);
    });
  }
  let after = ['', ''];
  for (;;) {
    const records = await knex('records')
      .where({ kind: 'change' })
      .whereRaw('(subject, record_id) > (?, ?)', after)
      .orderBy(['subject', 'record_id'])
      .limit(BATCH)
      .select('subject', 'record_id', 'record');
    if (records.length === 0) break;
    const last = records[records.length - 1];
    after = [last.subject, last.record_id];
    const rows = records.flatMap(toRows);
    for (let start = 0; start < rows.length; start += BATCH) {
      await knex('change_topics')
        .insert(rows.slice(start, start + BATCH))
        .onConflict(['record_id', 'topic'])
        .ignore();
    }
  }
};

/**
 * @param {{ subject: string, record_id: string, record: string }} row
 */
function toRows({ subject, record_id, record }) {
  const { state, endedAt, defaultBranch, topics, ...change } = parse(record);
  const isByRules =
    change.provenance?.automation === true &&
    !['attested', 'declared'].includes(change.machineWritten);
  if (
    state !== 'merged' ||
    endedAt === undefined ||
    defaultBranch === false ||
    isByRules ||
    !Array.isArray(topics)
  ) {
    return [];
  }
  return [...new Set(topics)].map(topic => ({
    record_id,
    topic,
    subject,
    merged_at: new Date(endedAt),
  }));
}

/**
 * What cannot be read is passed over, as it is everywhere.
 * @param {string} text
 */
function parse(text) {
  try {
    return JSON.parse(text) ?? {};
  } catch {
    return {};
  }
}

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTableIfExists('change_topics');
};

exports.config = { transaction: false };
