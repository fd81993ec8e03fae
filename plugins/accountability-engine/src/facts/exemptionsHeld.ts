import {
  Exemption,
  exemptionStateAt,
  isExemptionOf,
} from 'backstage-plugin-accountability-common';
import { formatDay } from '../time';
import { FactContext, Measurement } from './defineFact';

/**
 * Exemptions of a service that held at an instant, the first to end first; one
 * that another that held then goes on from is not counted beside it.
 */
export function exemptionsHeld(
  { exemptions = [], service, ownerAt }: FactContext,
  at: number,
): Exemption[] {
  const then = ownerAt(at);
  const owner = then.status === 'known' ? then.owner : service.owner;
  const held = exemptions.filter(
    exemption =>
      exemptionStateAt(exemption, at) === 'approved' &&
      isExemptionOf(exemption, { ...service, owner }),
  );
  const renewed = new Set(held.map(({ renews }) => renews));
  return held
    .filter(({ id }) => !renewed.has(id))
    .sort((a, b) => a.expiresAt - b.expiresAt || (a.id < b.id ? -1 : 1));
}

/** Why it cannot be told which exemptions there are; undefined where it can. */
export function whyNoExemptions({
  exemptions,
  exemptionsSince = -Infinity,
  now,
}: FactContext): Measurement | undefined {
  if (!exemptions) {
    return {
      status: 'unknown',
      reason: 'no-source',
      because:
        'Exemptions were not read; ask where they are kept, in the portal',
    };
  }
  if (now >= exemptionsSince) return undefined;
  return {
    status: 'unknown',
    reason: 'never-collected',
    because: `Exemptions are kept since ${formatDay(
      exemptionsSince,
    )} and not before; ask about a later day`,
  };
}

/** The checks of exemptions, as the end of a sentence: `ready/owner-exists until 15 Dec 2026`, at most three of them. */
export function namedExemptions(held: readonly Exemption[]): string {
  const named = held
    .slice(0, 3)
    .map(
      ({ scorecard, check, expiresAt }) =>
        `${scorecard}/${check} until ${formatDay(expiresAt)}`,
    );
  const left = held.length - named.length;
  return [...named, ...(left > 0 ? [`${left} more`] : [])].join(', ');
}
