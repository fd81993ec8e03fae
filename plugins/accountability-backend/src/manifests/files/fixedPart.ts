/**
 * What all versions that a range allows have in common: `22` of `^22.11.0`,
 * `3.12` of `~=3.12.1` and of `>=3.12,<3.13`. A range that allows more stays as
 * it stands, and names no version.
 */
export function fixedPart(range: string): string {
  const asked = range.trim();
  const exact = /^={1,3}\s*v?([\d.]+)(?:\.\*)?$/.exec(asked);
  if (exact) return exact[1];
  const caret = /^\^v?([1-9]\d*)(?:\.[\dx*]+)*$/.exec(asked);
  if (caret) return caret[1];
  // `~22` and `~22.11.0` of npm and Poetry, `~> 3.3.0` of Ruby, `~=3.12.1` of Python.
  const tilde = /^(~>|~=|~)\s*v?(\d+)(\.\d+)?(\.\d+)?$/.exec(asked);
  if (tilde) {
    const [, sign, major, minor = '', patch] = tilde;
    if (patch !== undefined || sign === '~') return `${major}${minor}`;
    return minor === '' ? asked : major;
  }
  return betweenNeighbours(asked) ?? asked;
}

/** `>=22 <23` and `>=3.12,<3.13` allow nothing but 22 and 3.12. */
function betweenNeighbours(range: string): string | undefined {
  const found = /^>=\s*(\d+(?:\.\d+)*)\s*[,\s]\s*<\s*(\d+(?:\.\d+)*)$/.exec(
    range,
  );
  if (!found) return undefined;
  const [from, to] = [found[1], found[2]].map(version =>
    version.split('.').map(Number),
  );
  const end = to.slice(0, to.findLastIndex(part => part > 0) + 1);
  const [last] = end.slice(-1);
  const fixed = [...end.slice(0, -1), last - 1];
  return fixed.every((part, place) => from[place] === part)
    ? fixed.join('.')
    : undefined;
}
