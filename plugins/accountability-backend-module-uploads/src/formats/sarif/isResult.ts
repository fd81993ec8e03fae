import { SarifResult } from './sarifLog';

/**
 * Whether a result says that something is wrong and is there: not that a check
 * passed, does not apply or needs a person, and not that an earlier result is
 * gone.
 */
export function isResult({ kind, baselineState }: SarifResult): boolean {
  return (kind ?? 'fail') === 'fail' && baselineState !== 'absent';
}
