import { CheckResult, Coverage } from 'backstage-plugin-accountability-common';

/** Known results among applicable checks; one that does not apply or is only tried out is in neither number. */
export function coverageOf(checks: readonly CheckResult[]): Coverage {
  const applicable = checks.filter(
    ({ mode, status }) => mode !== 'audit' && status !== 'not-applicable',
  );
  const known = applicable.filter(({ status }) => status !== 'unknown');
  return { known: known.length, applicable: applicable.length };
}
