/** Evidence ids that an assessment keeps of a fact; the whole is measured again when asked for. */
export const keptEvidence = 20;

/** The records of a service in the order in which they began; ids break ties. */
export interface RecordOrder {
  ids: readonly string[];
  /** Place of each of them. */
  places: ReadonlyMap<string, number>;
}

/**
 * Of some ids, each once, the newest first, at most `most`; and how many there
 * are. Those of no record of the service, such as an incident of another one,
 * come last, by id.
 */
export function keepNewest(
  some: readonly string[],
  { ids, places }: RecordOrder,
  most = Infinity,
): { kept: string[]; count: number } {
  const found: number[] = [];
  const foreign: string[] = [];
  for (const id of some) {
    const place = places.get(id);
    if (place === undefined) foreign.push(id);
    else found.push(place);
  }
  const own = inOrder(found);
  const others = [...new Set(foreign)].sort().reverse();
  const newest = own.slice(-most).reverse();
  return {
    kept: [...newest.map(place => ids[place]), ...others].slice(0, most),
    count: own.length + others.length,
  };
}

/** Distinct places, ascending; facts name records mostly in this order already. */
function inOrder(found: readonly number[]): readonly number[] {
  const isBefore = (place: number, index: number) =>
    index === 0 || found[index - 1] < place;
  if (found.every(isBefore)) return found;
  return [...new Set(new Int32Array(found).sort())];
}
