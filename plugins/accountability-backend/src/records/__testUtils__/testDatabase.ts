import { Knex } from 'knex';

export { migrate } from '../../database/__testUtils__/migrate';

/** How many statements a piece of work takes. */
export async function countStatements(
  knex: Knex,
  work: () => Promise<unknown>,
): Promise<number> {
  let statements = 0;
  const count = () => {
    statements += 1;
  };
  knex.on('query', count);
  await work();
  knex.off('query', count);
  return statements;
}

/** Every row that the records room keeps, but for which delivery told it and when it came. */
export async function readTables(knex: Knex): Promise<object> {
  return {
    records: await knex('records').orderBy('record_id'),
    heads: await knex('record_heads').orderBy('record_id'),
    events: await knex('record_events')
      .orderBy(['record_id', 'event_id'])
      .select('record_id', 'event_id', 'subject', 'at', 'event'),
    bills: await knex('bills').orderBy('digest').select('digest', 'components'),
    billReports: await knex('bill_reports').orderBy('record_id'),
    authorship: await knex('authorship_days').orderBy([
      'subject',
      'area',
      'contributor',
      'day',
    ]),
    topics: await knex('change_topics').orderBy(['record_id', 'topic']),
  };
}

/** Empties every table that a delivery writes; faster than a new database for each test. */
export async function clear(knex: Knex): Promise<void> {
  for (const table of [
    'deliveries',
    'inbox',
    'retention_marks',
    'report_series',
    'source_hours',
    'source_states',
    'intake_beat',
    'records',
    'record_events',
    'record_heads',
    'authorship_days',
    'change_topics',
    'bills',
    'bill_reports',
    'subjects',
    'record_kinds',
  ]) {
    await knex(table).delete();
  }
}
