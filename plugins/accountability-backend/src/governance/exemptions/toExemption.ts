import {
  enforcementPoints,
  Exemption,
  ExemptionSubject,
} from 'backstage-plugin-accountability-common';
import { readInstant } from '../../database/instants';
import { ExemptionRow } from '../../database/tables';

/** An exemption as its row has it. */
export function toExemption(row: ExemptionRow): Exemption {
  return {
    id: row.id,
    scorecard: row.scorecard,
    check: row.check_id,
    subject: { by: toBy(row.subject_by), ref: row.subject_ref },
    ...(row.points !== null && { points: toPoints(row.points) }),
    reason: row.reason,
    ...(row.ticket !== null && { ticket: row.ticket }),
    requestedBy: row.requested_by,
    requestedAt: readInstant(row.requested_at),
    expiresAt: readInstant(row.expires_at),
    ...decisionOf(row),
    ...revocationOf(row),
    ...(row.renews !== null && { renews: row.renews }),
    renewals: row.renewals,
  };
}

function toBy(by: string): ExemptionSubject['by'] {
  return by === 'owner' || by === 'system' ? by : 'service';
}

function toPoints(text: string): Exemption['points'] {
  const named: unknown = JSON.parse(text);
  return enforcementPoints.filter(
    point => Array.isArray(named) && named.includes(point),
  );
}

function decisionOf(row: ExemptionRow): Pick<Exemption, 'decision'> {
  if (row.decided_at === null) return {};
  return {
    decision: {
      verdict: row.verdict === 'approved' ? 'approved' : 'denied',
      by: row.decided_by ?? '',
      at: readInstant(row.decided_at),
      ...(row.decided_reason !== null && { reason: row.decided_reason }),
    },
  };
}

function revocationOf(row: ExemptionRow): Pick<Exemption, 'revoked'> {
  if (row.revoked_at === null) return {};
  return {
    revoked: {
      by: row.revoked_by ?? '',
      at: readInstant(row.revoked_at),
      ...(row.revoked_reason !== null && { reason: row.revoked_reason }),
    },
  };
}
