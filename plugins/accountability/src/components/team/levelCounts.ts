import { RollupResponse } from 'backstage-plugin-accountability-common';

/** Services on each level, highest first, with the steps of the ladder that nobody reached. */
export function levelCounts(rollup: RollupResponse) {
  const ladders = rollup.services.map(({ ladder }) => ladder);
  const ladder = ladders.reduce(
    (longest, each) => (each.length > longest.length ? each : longest),
    [],
  );
  const counted = new Set(rollup.levels.map(({ level }) => level));
  const missing = ladder
    .map((level, index) => ({ level, rank: index + 1, services: 0 }))
    .filter(({ level }) => !counted.has(level));
  const levels = [...rollup.levels, ...missing].sort((a, b) => b.rank - a.rank);
  const steps = Math.max(1, ladder.length, ...levels.map(({ rank }) => rank));
  return { levels, steps };
}
