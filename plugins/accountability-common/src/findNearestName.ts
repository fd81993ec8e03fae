function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const swap = previous[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
      current.push(Math.min(swap, previous[j] + 1, current[j - 1] + 1));
    }
    previous = current;
  }
  return previous[b.length];
}

/** `reliability.changeFailRate` and `reliability.change_fail_rate` are one slip apart. */
const plain = (name: string) =>
  name.toLocaleLowerCase('en-US').replace(/[_-]/g, '');

/**
 * The name that was most likely meant by one that is none of them: at most two
 * slips away, or one in three characters. The first of those equally near;
 * undefined where none is near.
 */
export function findNearestName(
  name: string,
  names: readonly string[],
  /** Characters of `name` that are compared, where it may be of any length. */
  { compared = Infinity }: { compared?: number } = {},
): string | undefined {
  const limit = Math.max(2, Math.floor(name.length / 3));
  const written = plain(name).slice(0, compared);
  const [nearest] = names
    .map(each => ({ each, distance: editDistance(written, plain(each)) }))
    .filter(({ distance }) => distance <= limit)
    .sort((a, b) => a.distance - b.distance);
  return nearest?.each;
}
