import {
  Attestation,
  AttestationDue,
  OwnerSpan,
} from 'backstage-plugin-accountability-common';
import { dayOf } from '../database/dayOf';
import { Cadence } from './readCadence';

const dayMs = 86_400_000;
/** How long an attestation may be due before it is overdue. */
const graceMs = 30 * dayMs;

/** What decides whether the owner of a service is to attest it. */
export interface Attestable {
  /** Owner as the catalog has it now. */
  owner?: string;
  ownerResolves: boolean;
  /** Oldest first. */
  spans: readonly OwnerSpan[];
  cadence: Cadence;
}

/** When an attestation is due, with the last one that counts. */
export interface Standing<T extends Attestation> {
  due: AttestationDue;
  last?: T;
}

/**
 * When the owner of today is to attest a service. A period begins when it came
 * to own it and with each of its answers; what an earlier owner said does not
 * count, nor what this one said before it had given the service away.
 */
export function dueAttestation<T extends Attestation>(
  service: Attestable,
  attestations: readonly T[],
  now: number,
): Standing<T> {
  const { owner, cadence } = service;
  const span = service.spans.findLast(
    one => one.owner === owner && one.to === undefined && one.from <= now,
  );
  const nobody = whyNobody(service, span);
  if (nobody !== undefined || !span) {
    return { due: { state: 'never-asked', because: told(nobody, cadence) } };
  }
  const last = attestations.findLast(
    one => one.owner === owner && one.at >= span.from && one.at <= now,
  );
  const from = last?.at ?? span.from;
  const at = from + cadence.everyDays * dayMs;
  const because = told(describe({ span, last, at, now }), cadence);
  if (now < at)
    return { due: { state: 'fresh', at, since: from, because }, last };
  const overdueAt = at + graceMs;
  return now < overdueAt
    ? { due: { state: 'due', at, since: at, because }, last }
    : { due: { state: 'overdue', at, since: overdueAt, because }, last };
}

/** Whether an owner is one that can be asked. */
export function isAskable(owner: string | undefined): owner is string {
  return owner?.startsWith('group:') ?? false;
}

function whyNobody(
  { owner, ownerResolves, cadence }: Attestable,
  span: OwnerSpan | undefined,
): string | undefined {
  if (owner === undefined) {
    return 'Nobody is asked: the service names no owner.';
  }
  if (!isAskable(owner)) {
    return `Nobody is asked: ${owner} is no group, and groups attest.`;
  }
  if (!ownerResolves) {
    return `Nobody is asked: ${owner} is not in the catalog.`;
  }
  if (cadence.everyDays === 0) {
    return 'Nobody is asked: 0 days are set for this service.';
  }
  return span
    ? undefined
    : `Nobody is asked yet: since when ${owner} owns the service is not known.`;
}

function describe(given: {
  span: OwnerSpan;
  last: Attestation | undefined;
  at: number;
  now: number;
}): string {
  const { span, last, at, now } = given;
  const next =
    now < at ? `is asked on ${dayOf(at)}` : `was to be asked on ${dayOf(at)}`;
  if (!last) {
    return `${span.owner} owns it since ${dayOf(
      span.from,
    )}, never attested it and ${next}.`;
  }
  const said =
    last.verdict === 'confirmed'
      ? 'confirmed that it is theirs'
      : 'said that it is not theirs';
  return `${span.owner} ${said} on ${dayOf(last.at)} and ${next}.`;
}

function told(because = '', { trouble }: Cadence): string {
  return trouble ? `${because} ${trouble}` : because;
}
