import { OwnerSpan } from 'backstage-plugin-accountability-common';
import { ago } from '../testing';
import { earliest } from '../time';
import { defineFact } from './defineFact';
import { nextPastChange, OwnerPast, ownerPast, ownerPastMs } from './ownerPast';
import { counted } from './wording';

const owned = (owner: string, from: number, to?: number): OwnerSpan => ({
  owner: `group:default/${owner}`,
  resolves: true,
  origin: 'catalog',
  from: ago(from, 'd'),
  ...(to !== undefined && { to: ago(to, 'd') }),
});

/** How often the service came to another owner in the last 365 days, and how often nobody had it in between. */
export const handOvers = defineFact({
  id: 'ownership.hand_overs',
  burden: 'ownership',
  question: 'How often was this service handed on?',
  unit: 'count',
  windowDays: 0,
  needs: [],
  source:
    'Owner spans of the last 365 days: instants at which another owner that is in the catalog took over, the same one after a gap not counted; parts with and without a time in between in which nobody that is in the catalog owned it; unknown where less than 90 days are known',
  gaming:
    'Moving services by renaming a group looks like a hand-over, and leaving the owner in name only hides one; look at ownership.owner_touch beside it.',
  reads: [],

  changesAt(context) {
    const past = ownerPast(context);
    if ('status' in past) return nextPastChange(context);
    const [first] = takeOvers(past);
    const leaves = first && first.at + ownerPastMs + 1;
    return earliest(nextPastChange(context), leaves);
  },

  measure(context) {
    const past = ownerPast(context);
    if ('status' in past) return past;
    const all = takeOvers(past);
    const withGap = all.filter(({ hasGap }) => hasGap).length;
    const gaps =
      withGap > 0 ? `, ${withGap} of them with nobody in between` : '';
    return {
      status: 'known',
      value: all.length,
      sampleSize: past.stretches.length,
      evidence: [],
      parts: [
        { key: 'direct', value: all.length - withGap, records: [] },
        { key: 'with gap', value: withGap, records: [] },
      ].filter(({ value }) => value > 0),
      because: `${counted(
        all.length,
        'hand-over',
      )} in the last 365 days${gaps}${past.tail}`,
    };
  },

  examples: [
    {
      given: 'one owner for a year',
      service: { spans: [owned('payments', 400)] },
      gives: 0,
    },
    {
      given: 'two hand-overs, one after a month without an owner',
      service: {
        spans: [
          owned('search', 400, 200),
          owned('checkout', 200, 100),
          owned('payments', 70),
        ],
      },
      gives: 2,
    },
    {
      given: 'the same owner again after a gap',
      service: {
        spans: [owned('payments', 400, 200), owned('payments', 150)],
      },
      gives: 0,
    },
    {
      given: 'a hand-over of more than a year ago',
      service: { spans: [owned('search', 500, 400), owned('payments', 400)] },
      gives: 0,
    },
    {
      given: 'owners that are known for a month only',
      service: { spans: [owned('payments', 30)] },
      gives: 'insufficient-data',
    },
  ],
});

/** When another owner took over, oldest first. */
function takeOvers({ stretches, from: since }: OwnerPast) {
  const found: { at: number; hasGap: boolean }[] = [];
  let last: { owner: string; to: number } | undefined;
  for (const { owner, from, to } of stretches) {
    if (owner === undefined) continue;
    if (last && last.owner !== owner && from >= since) {
      found.push({ at: from, hasGap: last.to < from });
    }
    last = { owner, to };
  }
  return found;
}
