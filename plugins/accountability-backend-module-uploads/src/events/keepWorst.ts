import { UploadedFinding, UploadedReport } from '../UploadFormat';

/** Most findings recorded of one upload: a transaction of about a second. */
const MOST_FINDINGS = 5000;

const ranks = { critical: 0, high: 1, medium: 2, low: 3 };

function rankOf({ state, severity }: UploadedFinding): number {
  const rank = severity ? ranks[severity] : 4;
  return state === 'open' ? rank : rank + 5;
}

/**
 * Leaves out the least severe findings of an upload that names more than are
 * recorded. A report that lost some closes nothing: what was left out is still
 * there, and must not look fixed.
 */
export function keepWorst(
  reports: readonly UploadedReport[],
): readonly UploadedReport[] {
  const all = reports.flatMap(({ findings }) => findings ?? []);
  if (all.length <= MOST_FINDINGS) return reports;
  const kept = new Set(
    [...all].sort((a, b) => rankOf(a) - rankOf(b)).slice(0, MOST_FINDINGS),
  );
  return reports.map(report => {
    const findings = report.findings?.filter(finding => kept.has(finding));
    const leftOut = (report.findings?.length ?? 0) - (findings?.length ?? 0);
    if (leftOut === 0) return report;
    const measures = { ...report.measures, findings_left_out: leftOut };
    return { ...report, findings, measures, closes: false };
  });
}
