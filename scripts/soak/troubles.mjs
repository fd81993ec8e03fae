/** What fails so long after a disturbance ended is still of it. */
const AFTER_MS = 5_000;

/** Attempts that failed, counted by what they failed of. */
export function tally(troubles) {
  const counts = new Map();
  for (const { because } of troubles) {
    counts.set(because, (counts.get(because) ?? 0) + 1);
  }
  return [...counts].map(([why, n]) => `${why} ${n}`).join(', ') || 'none';
}

/** Attempts that failed outside of these spells and five seconds after. */
export const outsideOf = (spells, troubles) =>
  troubles.filter(
    ({ at }) =>
      !spells.some(({ from, to }) => at >= from && at <= to + AFTER_MS),
  );
