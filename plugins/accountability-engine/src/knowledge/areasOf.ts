import { Area } from './Area';
import { AuthorshipDay } from './AuthorshipDay';

/** What one contributor did to one area so far. */
interface Worked {
  deliveries: number;
  /** Day of their first change to it. */
  since: number;
}

/**
 * The areas that rows of authorship tell of. First of all is whoever changed an
 * area earliest: all of those who did on the same day, since the day tells no
 * more. Hangs on no order where sums of `weigh` do not.
 */
export function areasOf(
  rows: readonly AuthorshipDay[],
  weigh: (row: AuthorshipDay) => number,
): Area[] {
  const areas = new Map<string, Map<string, Worked>>();
  for (const row of rows) {
    const of = areas.get(row.area) ?? new Map<string, Worked>();
    areas.set(row.area, of);
    const worked = of.get(row.contributor) ?? {
      deliveries: 0,
      since: Infinity,
    };
    of.set(row.contributor, worked);
    worked.deliveries += weigh(row);
    if (row.changes > 0) worked.since = Math.min(worked.since, row.day);
  }
  return [...areas].map(([path, of]) => ({ path, shares: sharesOf(of) }));
}

function sharesOf(of: ReadonlyMap<string, Worked>): Area['shares'] {
  let first = Infinity;
  for (const { since } of of.values()) first = Math.min(first, since);
  return [...of].map(([who, { deliveries, since }]) => ({
    who,
    deliveries,
    first: since < Infinity && since === first,
  }));
}
