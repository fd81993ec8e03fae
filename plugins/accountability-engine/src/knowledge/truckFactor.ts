import { Area } from './Area';
import { authorsOf } from './degreeOfAuthorship';

/**
 * How many people must go until more than half of the areas have no author left
 * (Avelino 2016): those who author most go first. A number, of nobody in
 * particular. Undefined where no area has an author.
 */
export function truckFactor(areas: readonly Area[]): number | undefined {
  const authors = areas.map(({ shares }) => new Set(authorsOf(shares)));
  const authored = authors.filter(of => of.size > 0);
  if (authored.length === 0) return undefined;
  const areasOf = new Map<string, Set<string>[]>();
  for (const of of authored) {
    for (const who of of) {
      const known = areasOf.get(who);
      if (known) known.push(of);
      else areasOf.set(who, [of]);
    }
  }
  let left = authored.length;
  let gone = 0;
  while (left * 2 >= areas.length) {
    const who = mostAuthored(areasOf);
    if (who === undefined) break;
    for (const of of areasOf.get(who) ?? []) {
      of.delete(who);
      if (of.size === 0) left--;
    }
    areasOf.delete(who);
    gone++;
  }
  return gone;
}

/** Of several with as many, whichever key comes first, so that the order of the input does not count. */
function mostAuthored(
  areasOf: ReadonlyMap<string, readonly unknown[]>,
): string | undefined {
  let most: string | undefined;
  let count = 0;
  for (const [who, { length }] of areasOf) {
    const isMore = length > count || (length === count && who < (most ?? who));
    if (!isMore) continue;
    most = who;
    count = length;
  }
  return most;
}
