import { severityOfScore } from '../../events/severityOfScore';
import { UploadedFinding } from '../../UploadFormat';
import { SarifResult, SarifRule } from './sarifLog';

const byLevel = {
  error: 'high',
  warning: 'medium',
  note: 'low',
  none: undefined,
} as const;

/**
 * The severity of a finding: of its score by the bands of CVSS where there is
 * one, else of its level. A result without a level has its rule's, and without
 * that it is a warning, as SARIF says.
 */
export function severityOf(
  result: SarifResult,
  rule: SarifRule | undefined,
): { severity: UploadedFinding['severity']; score?: number } {
  const score =
    result.properties?.['security-severity'] ??
    rule?.properties?.['security-severity'];
  if (score !== undefined) return { severity: severityOfScore(score), score };
  const level = result.level ?? rule?.defaultConfiguration?.level ?? 'warning';
  return { severity: byLevel[level] };
}
