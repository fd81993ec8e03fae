import {
  CheckResult,
  severities,
} from 'backstage-plugin-accountability-common';
import { ActionZod } from './ActionZod';
import { instantText, optionalInstantText } from './instantText';

/** A check result in short, as actions give it. */
export const checkBriefSchema = (z: ActionZod) =>
  z.object({
    scorecard: z.string(),
    check: z.string(),
    title: z.string(),
    burden: z.string(),
    status: z.string(),
    severity: z.string(),
    mode: z.string(),
    level: z.string().optional(),
    because: z.string(),
    since: z.string().optional(),
    enforcedFrom: z.string().optional(),
    exemptUntil: z.string().optional(),
    remediation: z.string().optional(),
  });

/** See `checkBriefSchema`. */
export function checkBrief(scorecard: string, result: CheckResult) {
  const { check, title, burden, status, severity, mode, level } = result;
  return {
    scorecard,
    check,
    title,
    burden,
    status,
    severity,
    mode,
    ...(level !== undefined && { level }),
    because: result.because,
    since: optionalInstantText(result.since),
    enforcedFrom: optionalInstantText(result.enforceFrom),
    ...(result.exemption && {
      exemptUntil: instantText(result.exemption.until),
    }),
    ...(result.remediation !== undefined && {
      remediation: result.remediation,
    }),
  };
}

/** Statuses of checks that do not pass, the worst first. */
const notPassing = ['fail', 'warn', 'unknown', 'exempt'];

/** Whether a check applies and does not pass. */
export function isNotPassing({ status }: Pick<CheckResult, 'status'>): boolean {
  return notPassing.includes(status);
}

/** The worst first: by severity, then by status, then the one that is so for longest. */
export function byUrgency(
  a: Pick<CheckResult, 'severity' | 'status' | 'since'>,
  b: Pick<CheckResult, 'severity' | 'status' | 'since'>,
): number {
  return (
    severities.indexOf(b.severity) - severities.indexOf(a.severity) ||
    notPassing.indexOf(a.status) - notPassing.indexOf(b.status) ||
    (a.since ?? Infinity) - (b.since ?? Infinity) ||
    0
  );
}
