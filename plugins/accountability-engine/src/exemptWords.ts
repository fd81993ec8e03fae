import { Exemption } from 'backstage-plugin-accountability-common';
import { formatInstant } from './time';

/** As much of a reason as is said beside a result. */
const mostReason = 160;

/** Why a check need not pass, before why it does not: `Exempt until 23 Nov 2026, 12:00:00 UTC (reason: …):`. */
export function exemptWords({
  expiresAt,
  reason,
}: Pick<Exemption, 'expiresAt' | 'reason'>): string {
  const told =
    reason.length > mostReason
      ? `${reason.slice(0, mostReason - 1).trimEnd()}…`
      : reason.replace(/\.$/, '');
  return `Exempt until ${formatInstant(expiresAt)} (reason: ${told}):`;
}
