import { Exemption } from 'backstage-plugin-accountability-common';

/** An instant in words, to the minute: `2026-12-15 12:00 UTC`. */
export function inWords(at: number): string {
  return `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

/** What has already become of an exemption that is no more to be decided or ended, as the end of a sentence. */
export function describeExemption(
  { decision, revoked, expiresAt, requestedBy }: Exemption,
  at: number,
): string {
  if (revoked) {
    const what = revoked.by === requestedBy ? 'withdrawn' : 'revoked';
    return `was ${what} by ${revoked.by} on ${inWords(revoked.at)}`;
  }
  if (decision?.verdict === 'denied') {
    return `was denied by ${decision.by} on ${inWords(decision.at)}`;
  }
  if (expiresAt <= at) return `ended on ${inWords(expiresAt)}`;
  return decision
    ? `was approved by ${decision.by} on ${inWords(decision.at)}`
    : 'is pending';
}
