/** Digits by which a commit that was cut short is still known. */
export const shortCommit = 7;

/** Whether two commits are the same; either may be cut to seven digits or more. */
export function sameCommit(one: string, other: string): boolean {
  const [short, long] = [one, other]
    .map(sha => sha.toLowerCase())
    .sort((a, b) => a.length - b.length);
  if (short.length < shortCommit) return short === long;
  return long.startsWith(short);
}
