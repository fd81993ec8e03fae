import { OrganisationResponse } from 'backstage-plugin-accountability-common';
import { LevelState, ServiceState } from './ServiceState';
import { lowest } from './levelsBefore';

type Levels = OrganisationResponse['levels'];

/** Services on each level, where each stands lowest, now and twelve weeks ago, also on levels that nobody has reached; services that no ladder is for are in none. */
export function countLevels(selected: readonly ServiceState[]): Levels {
  const levels = new Map<string, Levels[number]>();
  const ladders = new Set<string>();
  const entryOf = (rank: number, level?: string) => {
    const key = `${rank} ${level ?? ''}`;
    const entry = levels.get(key) ?? {
      ...(level !== undefined && { level }),
      ...{ rank, services: 0, before: 0 },
    };
    levels.set(key, entry);
    return entry;
  };
  const count = (at: LevelState | undefined, of: 'services' | 'before') => {
    if (!at) return;
    entryOf(at.rank, at.level)[of]++;
    if (ladders.has(at.scorecard)) return;
    ladders.add(at.scorecard);
    at.ladder.forEach((level, step) => entryOf(step + 1, level));
  };
  for (const state of selected) {
    count(lowest(state.levels), 'services');
    count(state.levelBefore, 'before');
  }
  return [...levels.values()].sort(
    (a, b) => b.rank - a.rank || ((a.level ?? '') < (b.level ?? '') ? -1 : 1),
  );
}
