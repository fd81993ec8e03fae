import { ChangeRecord } from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';
import { AuthorshipDayRow } from '../../database/tables';
import { insertRows } from '../../database/insertRows';
import { withoutContributors } from '../withoutContributors';
import { authorshipOf } from './authorshipOf';
import { leaveOutCovered } from './leaveOutCovered';
import { lockAuthorship } from './lockAuthorship';
import { readOfSameCommit } from './readOfSameCommit';

/**
 * Brings the sums of who worked on what in line with records that are written
 * anew: takes away what the rows before gave and adds what those after give, so
 * that order, repetition and replay end in the same sums. What `settled` records
 * gave stays for good. Call it once a transaction, with their heads locked and
 * their rows written.
 */
export async function writeAuthorship(
  trx: Knex,
  given: {
    before: readonly ChangeRecord[];
    after: readonly ChangeRecord[];
    settled: ReadonlySet<string>;
  },
): Promise<void> {
  const all = [...given.before, ...given.after];
  if (all.every(({ state }) => state !== 'merged')) return;
  await lockAuthorship(
    trx,
    all.map(({ subject }) => subject),
  );
  const others = await readOfSameCommit(trx, all);
  const settle = (change: ChangeRecord) =>
    given.settled.has(change.id) ? withoutContributors(change) : change;
  const sumUp = (mine: readonly ChangeRecord[]) =>
    leaveOutCovered([...mine.map(settle), ...others]).flatMap(authorshipOf);
  const rows = difference(sumUp(given.before), sumUp(given.after));
  if (rows.length === 0) return;
  const table = 'authorship_days';
  const key = ['subject', 'area', 'contributor', 'day'] as const;
  await insertRows(trx, { table, key, onConflict: 'add' }, rows);
  await dropEmpty(
    trx,
    rows.filter(({ changes, reviews }) => changes < 0 || reviews < 0),
  );
}

/** What to add for each day, in the order of the key: two writers never deadlock. */
function difference(
  before: readonly AuthorshipDayRow[],
  after: readonly AuthorshipDayRow[],
): AuthorshipDayRow[] {
  const sums = new Map<string, AuthorshipDayRow>();
  const add = (row: AuthorshipDayRow, sign: 1 | -1) => {
    const key = keyOf(row);
    const known = sums.get(key) ?? { ...row, changes: 0, reviews: 0 };
    sums.set(key, {
      ...known,
      changes: known.changes + sign * row.changes,
      reviews: known.reviews + sign * row.reviews,
    });
  };
  before.forEach(row => add(row, -1));
  after.forEach(row => add(row, 1));
  return [...sums]
    .filter(([, { changes, reviews }]) => changes !== 0 || reviews !== 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, row]) => row);
}

function keyOf({ subject, area, contributor, day }: AuthorshipDayRow): string {
  return JSON.stringify([subject, area, contributor, day]);
}

/** Of what nothing is left there is no row. */
async function dropEmpty(
  trx: Knex,
  rows: readonly AuthorshipDayRow[],
): Promise<void> {
  if (rows.length === 0) return;
  const onPostgres = trx.client.config.client === 'pg';
  const columns = ['subject', 'area', 'contributor', 'day'];
  const keys = onPostgres
    ? `select ${columns} from json_populate_recordset(null::authorship_days, ?::json)`
    : `select ${columns.map(
        column => `json_extract(value, '$.${column}')`,
      )} from json_each(?)`;
  await trx.raw(
    `delete from authorship_days
     where (${columns}) in (${keys}) and changes <= 0 and reviews <= 0`,
    [JSON.stringify(rows)],
  );
}
