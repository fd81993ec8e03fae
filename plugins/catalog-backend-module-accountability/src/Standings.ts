import { StandingLabels, noLabels, sameLabels } from './StandingLabels';

/** The labels of all services as last read, in memory: processing an entity asks nobody. */
export class Standings {
  private loaded?: Map<string, StandingLabels>;
  /** What entities were given before anything was read. */
  private readonly guessed = new Map<string, StandingLabels>();

  /** Whether they were read at all yet. */
  get isLoaded(): boolean {
    return this.loaded !== undefined;
  }

  /** The labels of an entity; those that it has, as long as nothing was read. */
  labelsOf(entityRef: string, kept: StandingLabels): StandingLabels {
    if (this.loaded) return this.loaded.get(entityRef) ?? noLabels;
    this.guessed.set(entityRef, kept);
    return kept;
  }

  /** Takes all of them anew, and says of which entities they are others; the first time, of those that were given others. */
  replaceAll(labels: Map<string, StandingLabels>): string[] {
    const before = this.loaded;
    this.loaded = labels;
    if (!before) {
      const given = [...this.guessed.keys()];
      const wrong = given.filter(ref => isOther(ref, this.guessed, labels));
      this.guessed.clear();
      return wrong;
    }
    const refs = new Set([...before.keys(), ...labels.keys()]);
    return [...refs].filter(ref => isOther(ref, before, labels));
  }

  /** Takes those of some entities anew, of which one without labels is no service any more. */
  replaceSome(
    entityRefs: readonly string[],
    labels: ReadonlyMap<string, StandingLabels>,
  ): string[] {
    const { loaded } = this;
    if (!loaded) return [];
    const changed = entityRefs.filter(ref => isOther(ref, loaded, labels));
    for (const ref of changed) {
      const now = labels.get(ref);
      if (now) loaded.set(ref, now);
      else loaded.delete(ref);
    }
    return changed;
  }
}

function isOther(
  ref: string,
  before: ReadonlyMap<string, StandingLabels>,
  now: ReadonlyMap<string, StandingLabels>,
): boolean {
  return !sameLabels(before.get(ref) ?? noLabels, now.get(ref) ?? noLabels);
}
