import { OwnerSpan } from 'backstage-plugin-accountability-common';
import { ago } from '../testing';
import { DAY, earliest, formatDay } from '../time';
import { defineFact } from './defineFact';
import { nextPastChange, OwnerPast, ownerPast, ownerPastMs } from './ownerPast';
import { counted } from './wording';

const owned = (from: number, to?: number, resolves = true): OwnerSpan => ({
  owner: 'group:default/payments',
  resolves,
  origin: 'catalog',
  from: ago(from, 'd'),
  ...(to !== undefined && { to: ago(to, 'd') }),
});

/** Whole days of the last 365 in which nobody that is in the catalog owned the service. */
export const ownerGapDays = defineFact({
  id: 'ownership.unowned_days',
  burden: 'ownership',
  question: 'For how long did nobody answer for this service?',
  unit: 'days',
  windowDays: 0,
  needs: [],
  source:
    'Owner spans of the last 365 days: all time in which no owner, or only one that is not in the catalog, answered, in whole days of 24 hours; unknown where less than 90 days are known',
  gaming:
    'An owner in name only fills every gap; look at ownership.owner_touch and at what was attested beside it.',
  reads: [],

  changesAt(context) {
    const next = nextPastChange(context);
    const past = ownerPast(context);
    return 'status' in past ? next : earliest(next, nextDay(past, context.now));
  },

  measure(context) {
    const past = ownerPast(context);
    if ('status' in past) return past;
    const days = Math.floor(unownedMs(past) / DAY);
    return {
      status: 'known',
      value: days,
      sampleSize: past.stretches.length,
      evidence: [],
      because: `${counted(
        days,
        'day',
      )} of the last 365 without an owner that is in the catalog${lastGap(
        past,
        context.now,
      )}${past.tail}`,
    };
  },

  examples: [
    {
      given: 'a month between two owners',
      service: { spans: [owned(400, 200), owned(170)] },
      gives: 30,
    },
    {
      given: 'an owner that is not in the catalog is none',
      service: { spans: [owned(400, 10), owned(10, undefined, false)] },
      gives: 10,
    },
    {
      given: 'a gap that began more than a year ago',
      service: { spans: [owned(500, 400), owned(360)] },
      gives: 5,
    },
    {
      given: 'always owned',
      service: { spans: [owned(400)] },
      gives: 0,
    },
    {
      given: 'no owner was ever told of',
      service: { spans: [] },
      gives: 'insufficient-data',
    },
  ],
});

/** When the last gap was, in words. */
function lastGap(past: OwnerPast, now: number): string {
  const last = gapsOf(past).at(-1);
  if (!last) return '';
  return last.to === now
    ? `, and nobody does since ${formatDay(last.from)}`
    : `, last until ${formatDay(last.to)}`;
}

function gapsOf({ stretches, from: since }: OwnerPast) {
  return stretches
    .filter(({ owner, to }) => owner === undefined && to > since)
    .map(({ from, to }) => ({ from: Math.max(from, since), to }));
}

function unownedMs(past: OwnerPast): number {
  return gapsOf(past).reduce((sum, { from, to }) => sum + (to - from), 0);
}

/**
 * When time alone may next make it another number of days: a gap that lasts
 * grows, the one at the far end of the year shrinks, and the next may come to it.
 */
function nextDay(past: OwnerPast, now: number): number | undefined {
  const gaps = gapsOf(past);
  const [first] = gaps;
  if (!first) return undefined;
  const isOpen = gaps.at(-1)?.to === now;
  const shrinks = first.from <= now - ownerPastMs;
  const over = unownedMs(past) % DAY;
  const reaches = gaps
    .flatMap(({ from, to }) => [from, to])
    .map(edge => edge + ownerPastMs)
    .filter(at => at > now)
    .reduce<number | undefined>(earliest, undefined);
  if (isOpen === shrinks) return reaches;
  return earliest(reaches, isOpen ? now + DAY - over : now + over + 1);
}
