import { FindingRecord } from 'backstage-plugin-accountability-common';
import { DAY, nextWindowChange } from '../time';
import { FactContext } from './defineFact';
import { counted } from './wording';

/** A fact about now tells of what was dismissed so many days back; a bound, so that the answer does not depend on how much history is loaded. */
export const dismissedDays = 90;

/** What was set aside instead of being mended. */
export interface FindingsDismissed {
  findings: FindingRecord[];
  /** With the reasons given, without a full stop; empty where there are none. */
  notes: string[];
  /** When time alone makes one of them too old to be told. */
  nextChangeAt?: number;
}

/** Findings of one sort that were dismissed in the 90 days before now. */
export function findingsDismissed(
  { now, records }: FactContext,
  isMeant: (finding: FindingRecord) => boolean,
): FindingsDismissed {
  const window = { from: now - dismissedDays * DAY, to: now };
  const dismissed = records.finding.filter(
    finding => finding.state === 'dismissed' && isMeant(finding),
  );
  const findings = dismissed.filter(
    ({ endedAt }) =>
      endedAt !== undefined && endedAt >= window.from && endedAt < window.to,
  );
  return {
    findings,
    notes: findings.length > 0 ? [noteOf(findings)] : [],
    nextChangeAt: nextWindowChange(
      window,
      dismissed.flatMap(({ endedAt }) => endedAt ?? []),
    ),
  };
}

/** `3 were dismissed in 90 days (2 used_in_tests, 1 without a reason)`. */
function noteOf(findings: readonly FindingRecord[]): string {
  const reasons = new Map<string, number>();
  for (const { dismissedAs = 'without a reason' } of findings) {
    reasons.set(dismissedAs, (reasons.get(dismissedAs) ?? 0) + 1);
  }
  const listed = [...reasons]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([reason, count]) => `${count} ${reason}`)
    .join(', ');
  return `${counted(
    findings.length,
    'was',
    'were',
  )} dismissed in ${dismissedDays} days (${listed})`;
}
