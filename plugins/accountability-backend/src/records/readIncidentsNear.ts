import { IncidentRecord } from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';
import { writeInstant } from '../database/instants';
import { RecordRow } from '../database/tables';
import { parseStoredRecord } from './parseStored';

/** Incidents of one stretch; a company that has more of them at once has other worries. */
const MOST_INCIDENTS = 500;
/** Stretches of one statement. */
const MOST_STRETCHES = 5000;

// Without the offset PostgreSQL would join the stretches to all incidents instead of probing.
const onPostgres = `select r.record from json_to_recordset(?::json) as
    given(from_at timestamptz, to_at timestamptz)
  cross join lateral (
    select record from records
    where kind = 'incident'
      and started_at >= given.from_at and started_at <= given.to_at
    order by started_at, record_id limit ${MOST_INCIDENTS} offset 0
  ) r`;

const onSqlite = `select r.record from json_each(?) as given
  join records r on r.kind = 'incident'
    and r.started_at >= json_extract(given.value, '$.from_at')
    and r.started_at <= json_extract(given.value, '$.to_at')`;

/**
 * Incidents of any subject that began at most so long before or after any of
 * the instants, each once, oldest first. What it costs follows the instants and
 * not how many incidents there are.
 */
export async function readIncidentsNear(
  knex: Knex,
  query: { instants: readonly number[]; reachMs: number },
): Promise<IncidentRecord[]> {
  const stretches = stretchesOf(query);
  const found: IncidentRecord[] = [];
  for (let start = 0; start < stretches.length; start += MOST_STRETCHES) {
    const rows = await readRows(
      knex,
      stretches.slice(start, start + MOST_STRETCHES),
    );
    for (const { record } of rows) {
      const parsed = parseStoredRecord(record);
      if (parsed?.kind === 'incident') found.push(parsed);
    }
  }
  return found.sort(
    (a, b) => a.startedAt - b.startedAt || (a.id < b.id ? -1 : 1),
  );
}

interface Stretch {
  from: number;
  to: number;
}

/** Those that touch are one: no incident is read twice. */
function stretchesOf({
  instants,
  reachMs,
}: {
  instants: readonly number[];
  reachMs: number;
}): Stretch[] {
  const stretches: Stretch[] = [];
  for (const at of [...new Set(instants)].sort((a, b) => a - b)) {
    const last = stretches.at(-1);
    if (last && at - reachMs <= last.to) last.to = at + reachMs;
    else stretches.push({ from: at - reachMs, to: at + reachMs });
  }
  return stretches;
}

async function readRows(
  knex: Knex,
  stretches: readonly Stretch[],
): Promise<Pick<RecordRow, 'record'>[]> {
  const isPostgres = knex.client.config.client === 'pg';
  const at = (instant: number) =>
    isPostgres ? writeInstant(instant) : instant;
  const given = stretches.map(({ from, to }) => {
    return { from_at: at(from), to_at: at(to) };
  });
  const answer = await knex.raw(isPostgres ? onPostgres : onSqlite, [
    JSON.stringify(given),
  ]);
  return isPostgres ? answer.rows : answer;
}
