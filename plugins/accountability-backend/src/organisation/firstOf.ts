/** The first few of many things by an order, in that order, without sorting the rest. */
export function firstOf<T>(
  items: Iterable<T>,
  count: number,
  compare: (a: T, b: T) => number,
): T[] {
  const first: T[] = [];
  for (const item of items) {
    if (first.length < count || compare(item, first[count - 1]) < 0) {
      let place = first.length;
      while (place > 0 && compare(item, first[place - 1]) < 0) place--;
      first.splice(place, 0, item);
      if (first.length > count) first.pop();
    }
  }
  return first;
}
