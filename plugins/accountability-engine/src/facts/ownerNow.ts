import { earliest, formatDay } from '../time';
import { FactContext, Measurement } from './defineFact';

type Asked = Pick<FactContext, 'now' | 'service' | 'ownerAt'>;
type Unknown = Extract<Measurement, { status: 'unknown' }>;

/** Who answers for a service now; `nobody` is known, and `unknown` is not. */
export type OwnerNow =
  | { status: 'owned'; owner: string; resolves: boolean }
  | { status: 'nobody'; because: string }
  | Unknown;

/** The owner in force: by its spans, and where there are none as the catalog names it. */
export function ownerNow({ now, service, ownerAt }: Asked): OwnerNow {
  const { spans, owner: named, ownerResolves: resolves } = service;
  if (spans.length === 0) {
    return named
      ? { status: 'owned', owner: named, resolves }
      : { status: 'nobody', because: 'The catalog names no owner' };
  }
  const first = Math.min(...spans.map(({ from }) => from));
  if (now < first) {
    return {
      status: 'unknown',
      reason: 'insufficient-data',
      because: `Owners are known from ${formatDay(
        first,
      )} on, not before; import owner changes to know more`,
    };
  }
  const owner = ownerAt(now);
  return owner.status === 'known'
    ? { status: 'owned', owner: owner.owner, resolves: owner.resolves }
    : { status: 'nobody', because: 'Nobody owns it any more' };
}

const notAsked = { status: 'unknown', reason: 'insufficient-data' } as const;

/** The existing group that owns the service now, and since when without a break; or why there is none. */
export function groupNow(
  context: Asked,
): { group: string; since: number } | Unknown {
  const owner = ownerNow(context);
  if (owner.status === 'unknown') return owner;
  if (owner.status === 'nobody') {
    return {
      ...notAsked,
      because: `${owner.because}, and this asks for a group that does`,
    };
  }
  if (!owner.resolves) {
    return {
      ...notAsked,
      because: `The owner ${owner.owner} is not in the catalog; name a group that is`,
    };
  }
  if (!owner.owner.startsWith('group:')) {
    return {
      ...notAsked,
      reason: 'not-applicable',
      because: 'A person owns it, and this asks for a group that does',
    };
  }
  return { group: owner.owner, since: ownedSince(owner.owner, context) };
}

/** Since when one owner answers for the service without a break. */
function ownedSince(owner: string, { now, service, ownerAt }: Asked): number {
  const edges = service.spans
    .flatMap(({ from, to = from }) => [from, to])
    .filter(at => at <= now)
    .sort((a, b) => b - a);
  let since = edges.length === 0 ? -Infinity : now;
  for (const at of edges) {
    const then = ownerAt(at);
    if (then.status === 'unknown' || then.owner !== owner) break;
    since = at;
  }
  return since;
}

/** When an owner span that is known begins or ends next. */
export function nextOwnerChange({
  now,
  service,
}: Pick<FactContext, 'now' | 'service'>): number | undefined {
  let next: number | undefined;
  for (const { from, to } of service.spans) {
    if (from > now) next = earliest(next, from);
    if (to !== undefined && to > now) next = earliest(next, to);
  }
  return next;
}
