import { ExemptionEntry } from 'backstage-plugin-accountability-common';
import { ActionZod } from './ActionZod';
import { instantText } from './instantText';

/** An exemption in short, as actions give it: nothing of who asked or decided. */
export const exemptionBriefSchema = (z: ActionZod) =>
  z.object({
    id: z.string(),
    state: z.string(),
    scorecard: z.string(),
    check: z.string(),
    checkTitle: z.string().optional(),
    severity: z.string().optional(),
    subject: z.string(),
    subjectBy: z.string(),
    points: z.array(z.string()).optional(),
    reason: z.string(),
    ticket: z.string().optional(),
    requestedAt: z.string(),
    expiresAt: z.string(),
    expiringSoon: z.boolean(),
    renewals: z.number(),
  });

/** See `exemptionBriefSchema`. */
export function exemptionBrief(entry: ExemptionEntry) {
  const { id, state, scorecard, check, checkTitle, severity, subject } = entry;
  const { points, reason, ticket, expiringSoon, renewals } = entry;
  return {
    ...{ id, state, scorecard, check, checkTitle, severity },
    subject: subject.ref,
    subjectBy: subject.by,
    ...{ points, reason, ticket },
    requestedAt: instantText(entry.requestedAt),
    expiresAt: instantText(entry.expiresAt),
    expiringSoon,
    renewals,
  };
}
