import { EnforcementPoint } from './modes';

/** States of an exemption; each a function of its decisions and of the instant. */
export const exemptionStates = [
  'pending',
  'approved',
  'denied',
  'revoked',
  'expired',
] as const;

/** State of an exemption at an instant. */
export type ExemptionState = (typeof exemptionStates)[number];

/** Which services an exemption is for: one, those of an owner, or those of a system. */
export interface ExemptionSubject {
  by: 'service' | 'owner' | 'system';
  /** Entity ref, in lower case. */
  ref: string;
}

/** A check of a scorecard by its names. */
export interface CheckRef {
  scorecard: string;
  check: string;
}

/** What somebody decided on an exemption. */
export interface ExemptionDecision {
  verdict: 'approved' | 'denied';
  /** Entity ref of who decided; never who asked. */
  by: string;
  /** Epoch milliseconds. */
  at: number;
  reason?: string;
}

/** A time for which a check need not pass, asked for by one and granted by another. */
export interface Exemption extends CheckRef {
  id: string;
  subject: ExemptionSubject;
  /** Where it holds; absent means everywhere, in scorecards too. With points it holds at gates alone. */
  points?: EnforcementPoint[];
  reason: string;
  /** Address of the ticket that ends the need for it. */
  ticket?: string;
  /** Entity ref of who asked. */
  requestedBy: string;
  /** Epoch milliseconds. */
  requestedAt: number;
  /** It holds up to this instant and not at it. Epoch milliseconds. */
  expiresAt: number;
  decision?: ExemptionDecision;
  revoked?: { by: string; at: number; reason?: string };
  /** The exemption that this one goes on from. */
  renews?: string;
  /** How often it was gone on from before this one. */
  renewals: number;
}

/**
 * The state of an exemption at an instant. What came after the instant is not
 * known to it yet: before its decision it was pending. One that nobody decided
 * by its end has expired.
 */
export function exemptionStateAt(
  exemption: Pick<Exemption, 'decision' | 'revoked' | 'expiresAt'>,
  at: number,
): ExemptionState {
  const { decision, revoked, expiresAt } = exemption;
  if (decision && decision.at <= at && decision.verdict === 'denied') {
    return 'denied';
  }
  if (revoked && revoked.at <= at) return 'revoked';
  if (at >= expiresAt) return 'expired';
  return decision && decision.at <= at ? 'approved' : 'pending';
}

/** How long before its end an exemption is said to end soon, milliseconds: two weeks. */
export const endsSoonMs = 14 * 24 * 3_600_000;

/** Whether an exemption holds at an instant and ends within two weeks of it. */
export function endsSoonAt(
  exemption: Pick<Exemption, 'decision' | 'revoked' | 'expiresAt'>,
  at: number,
): boolean {
  return (
    exemptionStateAt(exemption, at) === 'approved' &&
    exemption.expiresAt - at <= endsSoonMs
  );
}

/** What of a service an exemption may name. */
export interface ExemptableService {
  entityRef: string;
  owner?: string;
  system?: string;
}

/** Whether an exemption is for a service, whatever its state. Refs are compared without case. */
export function isExemptionOf(
  { subject }: Pick<Exemption, 'subject'>,
  service: ExemptableService,
): boolean {
  const ref = {
    service: service.entityRef,
    owner: service.owner,
    system: service.system,
  }[subject.by];
  return ref?.toLowerCase() === subject.ref.toLowerCase();
}

/**
 * The exemption that holds for a check of a service at an instant, in
 * scorecards (without a point) or at a point of a gate; of several the one
 * that holds longest, then the one asked for first. The one rule for
 * evaluation, gate and reports.
 */
export function exemptionInForce(
  exemptions: readonly Exemption[],
  asked: {
    check: CheckRef;
    service: ExemptableService;
    at: number;
    point?: EnforcementPoint;
  },
): Exemption | undefined {
  const { check, service, at, point } = asked;
  const holding = exemptions.filter(
    exemption =>
      exemption.scorecard === check.scorecard &&
      exemption.check === check.check &&
      isExemptionOf(exemption, service) &&
      exemptionStateAt(exemption, at) === 'approved' &&
      (!exemption.points ||
        (point !== undefined && exemption.points.includes(point))),
  );
  return [...holding].sort(
    (a, b) =>
      b.expiresAt - a.expiresAt ||
      a.requestedAt - b.requestedAt ||
      (a.id < b.id ? -1 : 1),
  )[0];
}

/** Instants after `at` at which the state of an exemption turns by time alone. */
export function nextExemptionTurn(
  exemptions: readonly Pick<Exemption, 'expiresAt' | 'decision' | 'revoked'>[],
  at: number,
): number | undefined {
  const turns = exemptions
    .flatMap(({ expiresAt, decision, revoked }) => [
      expiresAt,
      decision?.at,
      revoked?.at,
    ])
    .filter((turn): turn is number => turn !== undefined && turn > at);
  return turns.length > 0 ? Math.min(...turns) : undefined;
}
