import { AuthorshipDay } from './AuthorshipDay';

const dayMs = 86_400_000;

/**
 * At least how many changes rows of authorship are of. A change stands in a row
 * for each area that it touches, so that of one day of one contributor only the
 * area with the most is sure to be of as many.
 */
export function countChanges(rows: readonly AuthorshipDay[]): number {
  const areas = new Map<string, number>();
  for (const { area } of rows) {
    if (!areas.has(area)) areas.set(area, areas.size);
  }
  const counted = new Map<string, Counted>();
  let sum = 0;
  for (const { area, contributor, day, changes } of rows) {
    const of = counted.get(contributor) ?? { most: new Map(), all: new Map() };
    counted.set(contributor, of);
    const date = Math.floor(day / dayMs);
    // One small number for day and area: a text would be slow.
    const key = date * areas.size + (areas.get(area) ?? 0);
    const count = (of.all.get(key) ?? 0) + changes;
    of.all.set(key, count);
    const most = of.most.get(date) ?? 0;
    if (count <= most) continue;
    of.most.set(date, count);
    sum += count - most;
  }
  return sum;
}

/** Changes of one contributor. */
interface Counted {
  /** By day, in the area with the most. */
  most: Map<number, number>;
  /** By day and area. */
  all: Map<number, number>;
}
