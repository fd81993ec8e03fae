import { UploadedFinding } from '../UploadFormat';

const severities = ['critical', 'high', 'medium', 'low'] as const;

/** What a report counts of its findings: open ones in all and by severity, and dismissed ones. */
export function countFindings(
  findings: readonly UploadedFinding[],
): Record<string, number> {
  const open = findings.filter(({ state }) => state === 'open');
  const bySeverity = severities.map(severity => [
    `findings_${severity}`,
    open.filter(finding => finding.severity === severity).length,
  ]);
  return {
    findings: open.length,
    ...Object.fromEntries(bySeverity),
    findings_dismissed: findings.filter(({ state }) => state === 'dismissed')
      .length,
  };
}
