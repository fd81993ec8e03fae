/** The digits by which commits that may be cut short are found: seven, in lower case. */
export function shaPrefix(sha: string): string {
  return sha.slice(0, 7).toLowerCase();
}
