import { ReportRecord } from 'backstage-plugin-accountability-common';
import { FactContext } from './defineFact';

/** A report and when it was uploaded last, up to now. */
export interface DatedReport {
  report: ReportRecord;
  /** Epoch milliseconds. */
  at: number;
  /** The same in reports of which the newest stands. */
  series: string;
}

/**
 * Reports of one form that began within a reach (milliseconds) before now,
 * oldest first. One of a branch that is not the default one tells of what does
 * not run.
 */
export function reportsOf(
  { now, records }: Pick<FactContext, 'now' | 'records'>,
  { format, reach }: { format: ReportRecord['format']; reach: number },
): DatedReport[] {
  return records.report
    .filter(
      report =>
        report.format === format &&
        report.defaultBranch !== false &&
        report.startedAt >= now - reach,
    )
    .map(report => ({
      report,
      at: report.uploads.findLast(at => at <= now) ?? report.startedAt,
      series: seriesOf(report),
    }))
    .sort((a, b) => a.at - b.at || (a.report.id < b.report.id ? -1 : 1));
}

/**
 * The newest of each series up to an instant: several tools tell of one
 * service, each of its own part. Reports come oldest first, and go so.
 */
export function newestReports(
  reports: readonly DatedReport[],
  until: number,
): DatedReport[] {
  return newestReportsOf(reports, [{ until }])[0].newest;
}

/** The same for each of several instants, which go up, in one pass. */
export function newestReportsOf<T extends { until: number }>(
  reports: readonly DatedReport[],
  asked: readonly T[],
): (T & { newest: DatedReport[] })[] {
  const newest = new Map<string, DatedReport>();
  let next = 0;
  return asked.map(one => {
    for (; next < reports.length && reports[next].at <= one.until; next++) {
      newest.delete(reports[next].series);
      newest.set(reports[next].series, reports[next]);
    }
    return { ...one, newest: [...newest.values()] };
  });
}

/** The sum of one measure over reports; one that does not tell it adds nothing. */
export function sumOf(
  reports: readonly DatedReport[],
  measure: string,
): number {
  return reports.reduce(
    (sum, { report }) => sum + (report.measures?.[measure] ?? 0),
    0,
  );
}

/** Those of one tool and category, which the title names. */
function seriesOf({ subject, series, title, tool }: ReportRecord): string {
  return JSON.stringify([subject, series ?? title ?? tool]);
}
