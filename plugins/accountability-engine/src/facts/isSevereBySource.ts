import { FindingRecord } from 'backstage-plugin-accountability-common';

/** From this CVSS score on a finding is of high severity. */
const highScore = 7;

/** Whether the source of a finding says that it is severe: high, critical, or a CVSS score of 7 or more. */
export function isSevereBySource({
  severity,
  cvss,
}: Pick<FindingRecord, 'severity' | 'cvss'>): boolean {
  return (
    severity === 'critical' ||
    severity === 'high' ||
    (cvss !== undefined && cvss >= highScore)
  );
}
