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

/** ` (did you mean 'x'?)` for the nearest candidate, or nothing where none is near. */
export function didYouMean(
  name: string,
  candidates: readonly string[],
): string {
  const limit = Math.max(2, Math.floor(name.length / 3));
  let best: { candidate: string; distance: number } | undefined;
  for (const candidate of candidates) {
    const distance = editDistance(plain(name), plain(candidate));
    if (distance <= limit && (!best || distance < best.distance)) {
      best = { candidate, distance };
    }
  }
  return best ? ` (did you mean '${best.candidate}'?)` : '';
}
