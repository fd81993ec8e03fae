import { LevelCounts } from './LevelCounts';
import { StateSums } from './StateSums';
import { ByOwner } from './groupByOwner';

/** What the services of several owners come to together. */
export function sumOwners(byOwner: ByOwner): {
  sums: StateSums;
  levels: LevelCounts;
} {
  const sums = new StateSums();
  const levels = new LevelCounts();
  for (const owned of byOwner.values()) {
    sums.add(owned.sums);
    levels.add(owned.levels);
  }
  return { sums, levels };
}
