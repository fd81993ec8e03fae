import { OrganisationResponse } from 'backstage-plugin-accountability-common';
import { LevelState, ServiceState } from './ServiceState';
import { lowest } from './levelsBefore';

type Levels = OrganisationResponse['levels'];

/** Services on each level, where each stands lowest, now and twelve weeks ago, also on levels that nobody has reached; services that no ladder is for are in none. */
export class LevelCounts {
  readonly #levels = new Map<string, Levels[number]>();
  readonly #ladders = new Set<string>();

  static of(states: readonly ServiceState[]): LevelCounts {
    const counts = new LevelCounts();
    for (const state of states) {
      counts.count(lowest(state.levels), 'services');
      counts.count(state.levelBefore, 'before');
    }
    return counts;
  }

  /** Adds what others count. */
  add(others: LevelCounts): void {
    for (const { level, rank, services, before } of others.#levels.values()) {
      const entry = this.entryOf(rank, level);
      entry.services += services;
      entry.before += before;
    }
  }

  /** The highest level first. */
  list(): Levels {
    return [...this.#levels.values()].sort(
      (a, b) => b.rank - a.rank || ((a.level ?? '') < (b.level ?? '') ? -1 : 1),
    );
  }

  private count(at: LevelState | undefined, of: 'services' | 'before') {
    if (!at) return;
    this.entryOf(at.rank, at.level)[of]++;
    if (this.#ladders.has(at.scorecard)) return;
    this.#ladders.add(at.scorecard);
    at.ladder.forEach((level, step) => this.entryOf(step + 1, level));
  }

  private entryOf(rank: number, level?: string): Levels[number] {
    const key = `${rank} ${level ?? ''}`;
    const entry = this.#levels.get(key) ?? {
      ...(level !== undefined && { level }),
      ...{ rank, services: 0, before: 0 },
    };
    this.#levels.set(key, entry);
    return entry;
  }
}
