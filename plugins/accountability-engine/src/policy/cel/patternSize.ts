/** The largest count of `{n}`, `{n,}` or `{n,m}` at a place, and where it ends. */
function repeatAt(
  pattern: string,
  index: number,
): { times: number; end: number } | undefined {
  const found = /^\{(\d+)(,(\d*))?\}/.exec(pattern.slice(index, index + 16));
  if (!found) return undefined;
  const times = Math.max(1, Number(found[1]), Number(found[3] || 0));
  return { times, end: index + found[0].length };
}

/** Behind one element that is no group: a class, an escape, or a character. */
function elementEnd(pattern: string, index: number): number {
  if (pattern[index] === '\\') return index + 2;
  if (pattern[index] !== '[') return index + 1;
  const end = pattern.indexOf(']', index + 2);
  return end < 0 ? pattern.length : end + 1;
}

/**
 * Parts of a pattern once every counted repetition is written out, which is
 * what each character of the text is held against: `(a{10}b){3}` has 33.
 */
export function patternSize(pattern: string): number {
  /** Sizes of the groups that are open, the innermost last. */
  const groups = [0];
  let last = 0;
  let index = 0;
  while (index < pattern.length) {
    const repeat = repeatAt(pattern, index);
    if (repeat) {
      const more = last * (repeat.times - 1);
      groups[groups.length - 1] += more;
      last += more;
      index = repeat.end;
    } else if (pattern[index] === '(') {
      groups.push(0);
      index += 1;
    } else if (pattern[index] === ')' && groups.length > 1) {
      last = (groups.pop() ?? 0) + 1;
      groups[groups.length - 1] += last;
      index += 1;
    } else {
      last = 1;
      groups[groups.length - 1] += last;
      index = elementEnd(pattern, index);
    }
  }
  return groups.reduce((sum, size) => sum + size, 0);
}
