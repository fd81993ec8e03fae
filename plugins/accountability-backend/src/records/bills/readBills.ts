import { ReportRecord } from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';

/** A bill of materials and what is built in. */
export interface StoredBill {
  report: ReportRecord;
  components: readonly { purl: string; direct?: true }[];
}

/** Which bills are asked for. */
export interface BillsQuery {
  subjects: readonly string[];
  /** Commits whose bills are asked for besides the newest ones. */
  shas: readonly string[];
  /** Every bill uploaded from then on is, too; epoch milliseconds. */
  from?: number;
  /** Those up to then, epoch milliseconds. */
  to: number;
}

/** Bills by subject: the newest of each series, those of the commits, and all of a stretch of time where one is asked for. */
export async function readBills(
  _knex: Knex,
  _asked: BillsQuery,
): Promise<Map<string, StoredBill[]>> {
  return new Map();
}
