import { Binding } from '../binding/readBinding';
import { UploadedReport } from '../UploadFormat';
import { countFindings } from './countFindings';
import { keepWorst } from './keepWorst';

/**
 * Reports as they are recorded: with what they count, and no more findings
 * than an upload may have. Of a branch that is not the default one there are
 * no findings and nothing is closed: what a branch brings is not there yet,
 * and what it removes is not gone. A report that closes nothing looked at
 * nothing or not at everything, and its counts would be too small.
 */
export function prepareReports(
  reports: readonly UploadedReport[],
  { defaultBranch }: Binding,
): readonly UploadedReport[] {
  const isOfBranch = defaultBranch === false;
  return keepWorst(
    reports.map(({ findings, ...report }) => ({
      ...report,
      findings: isOfBranch ? undefined : findings,
      closes: report.closes && !isOfBranch,
      measures:
        findings && report.closes
          ? { ...countFindings(findings), ...report.measures }
          : report.measures,
    })),
  );
}
