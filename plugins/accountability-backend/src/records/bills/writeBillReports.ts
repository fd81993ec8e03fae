import {
  RecordEvent,
  ReportRecord,
} from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';
import { BillReportRow } from '../../database/tables';
import { writeInstant } from '../../database/instants';
import { insertRows } from '../../database/insertRows';
import { whereAny } from '../../database/whereAny';
import { Folded } from '../foldFromEvents';
import { shaPrefix } from './shaPrefix';

/** Writes which records are bills, and takes away those that are none any more; a statement only where any was told to be a report. */
export async function writeBillReports(
  trx: Knex,
  given: {
    /** All records that were folded, those without events too. */
    ids: readonly string[];
    /** All that was ever said of them, and what is said no more. */
    told: readonly RecordEvent[];
    folded: readonly Folded[];
  },
): Promise<void> {
  const reported = new Set(
    given.told.flatMap(({ kind, record }) =>
      kind === 'report' ? [record] : [],
    ),
  );
  const rows = new Map(
    given.folded.flatMap(({ record }) =>
      record.kind === 'report' && record.bill
        ? [[record.id, toRow(record, record.bill)]]
        : [],
    ),
  );
  const none = given.ids.filter(id => reported.has(id) && !rows.has(id));
  if (none.length > 0) {
    await whereAny(trx('bill_reports'), 'record_id', none).delete();
  }
  await insertRows(trx, { table: 'bill_reports', key: ['record_id'] }, [
    ...rows.values(),
  ]);
}

function toRow(
  report: ReportRecord,
  digest: string,
): BillReportRow & { at: Date } {
  return {
    record_id: report.id,
    subject: report.subject,
    series: seriesOf(report),
    at: writeInstant(report.startedAt),
    sha_prefix: report.sha === undefined ? null : shaPrefix(report.sha),
    digest,
  };
}

/** Reports that close no finding say no series; their bills follow each other all the same. */
function seriesOf(report: ReportRecord): string | null {
  const { defaultBranch, format, tool, title, series } = report;
  if (defaultBranch === false) return null;
  return series ?? JSON.stringify([format, tool ?? null, title ?? null]);
}
