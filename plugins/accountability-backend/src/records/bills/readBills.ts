import { ReportRecord } from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';
import { whereAny } from '../../database/whereAny';
import { BillComponent, readBillText } from './billText';
import { findBills, FoundBill } from './findBills';

/** A bill of materials and what is built in. */
export interface StoredBill {
  report: ReportRecord;
  /** The same list for all bills that have the same. */
  components: readonly BillComponent[];
}

/** Which bills are asked for. */
export interface BillsQuery {
  subjects: readonly string[];
  /** Commits whose bills are asked for besides the newest ones, also cut to seven digits or more. */
  shas: readonly string[];
  /** Those that were the newest at some instant since are, too; epoch milliseconds. */
  from?: number;
  /** Those up to then, epoch milliseconds. */
  to: number;
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** Bills of one subject, the newest of what is asked for; more would fill the memory. */
const MOST_BILLS = 500;

/**
 * Bills by subject, newest first: the newest of each series of the default
 * branch, those of the commits and, where a stretch of time is asked for, the
 * last of each of its days, in UTC. Of commits the first seven digits alone are
 * compared. At most 500 of a subject. In a fixed number of statements.
 */
export async function readBills(
  knex: Knex,
  asked: BillsQuery,
): Promise<Map<string, StoredBill[]>> {
  if (asked.subjects.length === 0) return new Map();
  const bySubject = new Map<string, FoundBill[]>();
  for (const bill of chooseBills(await findBills(knex, asked))) {
    const known = bySubject.get(bill.report.subject) ?? [];
    bySubject.set(bill.report.subject, known);
    if (known.length < MOST_BILLS) known.push(bill);
  }
  const chosen = [...bySubject.values()].flat();
  const lists = await readLists(
    knex,
    chosen.map(({ digest }) => digest),
  );
  const stored = [...bySubject].map(
    ([subject, bills]): [string, StoredBill[]] => [
      subject,
      bills.flatMap(({ report, digest }) => {
        const components = lists.get(digest);
        return components ? [{ report, components }] : [];
      }),
    ],
  );
  return new Map(stored.filter(([, bills]) => bills.length > 0));
}

/** Days are assessed by their end: of a day's bills of a series the last one is enough, but for those of the commits. */
function chooseBills(newestFirst: readonly FoundBill[]): FoundBill[] {
  const days = new Set<string>();
  return newestFirst.filter(({ report, at, series, isOfCommit }) => {
    const day = JSON.stringify([
      report.subject,
      series,
      Math.floor(at / DAY_MS),
    ]);
    const isLast = series !== null && !days.has(day);
    if (isLast) days.add(day);
    return isLast || isOfCommit;
  });
}

async function readLists(
  knex: Knex,
  digests: readonly string[],
): Promise<Map<string, BillComponent[]>> {
  const rows: { digest: string; components: string }[] = await whereAny(
    knex('bills'),
    'digest',
    [...new Set(digests)],
  ).select('digest', 'components');
  return new Map(
    rows.map(({ digest, components }) => [digest, readBillText(components)]),
  );
}
