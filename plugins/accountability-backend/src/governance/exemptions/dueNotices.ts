import {
  Exemption,
  exemptionStateAt,
} from 'backstage-plugin-accountability-common';
import { ExemptionSettings } from './ExemptionSettings';

const dayMs = 24 * 3_600_000;

/** News of requests and decisions that nobody could be told of are dropped after it. */
export const newsMs = 7 * dayMs;

/** How many days before its end an owner is told of it. */
const daysBefore = { 'ends-in-14-days': 14, 'ends-in-3-days': 3 } as const;

/** No exemption that ends later than so long after an instant is of interest then. */
export const endingMs = 15 * dayMs;

/** What of an exemption somebody is told. */
export type NoticeKind =
  | 'requested'
  | 'decided'
  | 'revoked'
  | keyof typeof daysBefore;

/** One thing that one recipient is told, once. */
export interface DueNotice {
  notice: NoticeKind;
  /** Entity ref. */
  recipient: string;
  exemption: Exemption;
}

/** What is known besides the exemptions. */
interface Known {
  /** Groups that are told of requests. */
  approvers: ExemptionSettings['approvers'];
  /** Owners of the services that an exemption is for. */
  ownersOf(exemption: Exemption): readonly string[];
  now: number;
}

/**
 * Who is to be told what by an instant, whether they were or not: groups that
 * approve of requests, who asked of the answer, and owners of what ends soon.
 */
export function dueNotices(
  exemptions: readonly Exemption[],
  known: Known,
): DueNotice[] {
  const inForce = exemptions.filter(one => isInForce(one, known.now));
  const renewed = new Set(inForce.map(({ renews }) => renews));
  return exemptions.flatMap(exemption => {
    const isRenewed = renewed.has(exemption.id);
    return [
      ...newsOf(exemption, known),
      ...(isRenewed ? [] : endsOf(exemption, known)),
    ];
  });
}

function isInForce(exemption: Exemption, now: number): boolean {
  return exemptionStateAt(exemption, now) === 'approved';
}

function newsOf(exemption: Exemption, { approvers, now }: Known): DueNotice[] {
  const { decision, revoked, requestedBy } = exemption;
  const isNew = (at: number) => at <= now && now < at + newsMs;
  const due = (notice: NoticeKind, recipient: string) => ({
    notice,
    recipient,
    exemption,
  });
  const isPending = exemptionStateAt(exemption, now) === 'pending';
  // A machine reads no notifications.
  const isPerson = requestedBy.startsWith('user:');
  return [
    ...(isPending && isNew(exemption.requestedAt)
      ? approvers.map(group => due('requested', group))
      : []),
    ...(isPerson && decision && isNew(decision.at)
      ? [due('decided', requestedBy)]
      : []),
    ...(isPerson && revoked && revoked.by !== requestedBy && isNew(revoked.at)
      ? [due('revoked', requestedBy)]
      : []),
  ];
}

/**
 * Days count from the begin of the UTC day of the end, so that what ends on
 * one day is told of together. One that was approved later than it would be
 * told of is news to nobody.
 */
function endsOf(exemption: Exemption, { ownersOf, now }: Known): DueNotice[] {
  const { decision, expiresAt } = exemption;
  if (!isInForce(exemption, now) || !decision) return [];
  const day = expiresAt - (expiresAt % dayMs);
  const notices = (['ends-in-14-days', 'ends-in-3-days'] as const).filter(
    notice => {
      const at = day - daysBefore[notice] * dayMs;
      return at <= now && decision.at <= at;
    },
  );
  return notices.flatMap(notice =>
    ownersOf(exemption).map(recipient => ({ notice, recipient, exemption })),
  );
}
