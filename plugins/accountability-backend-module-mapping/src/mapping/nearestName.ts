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

const plain = (name: string) => name.toLowerCase().replace(/[_-]/g, '');

/** ` (did you mean "x"?)` for the nearest of some names, else ` (there are: …)`. */
export function nearestName(name: string, names: readonly string[]): string {
  const limit = Math.max(2, Math.floor(name.length / 3));
  const [nearest] = names
    .map(each => ({
      name: each,
      distance: editDistance(plain(name).slice(0, 100), plain(each)),
    }))
    .filter(({ distance }) => distance <= limit)
    .sort((a, b) => a.distance - b.distance);
  return nearest
    ? ` (did you mean "${nearest.name}"?)`
    : ` (there are: ${names.join(', ')})`;
}
