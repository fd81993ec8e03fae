import { DAY, earliest, formatDay, Window } from '../time';
import { FactContext, Measurement } from './defineFact';
import { nextOwnerChange } from './ownerNow';

/** So far back owners are looked at. */
export const ownerPastMs = 365 * DAY;

/** Less than so much of it tells nothing of a year. */
const leastPastMs = 90 * DAY;

/** A time during which one owner that resolves answered, or nobody did. */
export interface Stretch extends Window {
  owner?: string;
}

/** Who answered for a service so far. */
export interface OwnerPast {
  /** As far back as owners are known, without a break and oldest first; neighbours differ. */
  stretches: Stretch[];
  /** Since when it is looked at: 365 days ago, or since owners are known. */
  from: number;
  /** Said where less than 365 days are known. */
  tail: string;
}

type Asked = Pick<FactContext, 'now' | 'service' | 'ownerAt'>;

/** The stretches as far back as owners are known; or why that is too little to speak of a year. */
export function ownerPast({
  now,
  service,
  ownerAt,
}: Asked): OwnerPast | Extract<Measurement, { status: 'unknown' }> {
  const known = Math.min(...service.spans.map(({ from }) => from));
  if (known > now - leastPastMs) {
    return {
      status: 'unknown',
      reason: 'insufficient-data',
      sampleSize: service.spans.length,
      because: `${
        known <= now
          ? `Owners are known from ${formatDay(known)} on`
          : 'No owner of it is known so far'
      }, and it takes 90 days at least; import owner changes to know more`,
    };
  }
  const edges = service.spans
    .flatMap(({ from, to = from }) => [from, to])
    .filter(at => at <= now);
  const starts = [...new Set(edges)].sort((a, b) => a - b);
  const stretches: Stretch[] = [];
  for (const [place, start] of starts.entries()) {
    const then = ownerAt(start);
    const owner =
      then.status === 'known' && then.resolves ? then.owner : undefined;
    const to = starts.at(place + 1) ?? now;
    const last = stretches.at(-1);
    if (last && last.owner === owner) last.to = to;
    else stretches.push({ from: start, to, owner });
  }
  const tail =
    known > now - ownerPastMs
      ? `; owners are known from ${formatDay(known)} on`
      : '';
  return { stretches, from: Math.max(known, now - ownerPastMs), tail };
}

/** When the owner changes next, or enough is known of the past at last. */
export function nextPastChange(context: Asked): number | undefined {
  const { now, service } = context;
  const known = Math.min(...service.spans.map(({ from }) => from));
  const enough = known + leastPastMs;
  return earliest(
    nextOwnerChange(context),
    Number.isFinite(enough) && enough > now ? enough : undefined,
  );
}
