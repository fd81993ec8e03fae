import { nearestName } from './nearestName';

/** What holds for everything below a place. */
interface Surroundings {
  /** Sentences of all places, in the order they were found. */
  faults: string[];
  /** Headers that no expression may read, since they hold secrets. */
  secretHeaders: readonly string[];
  /** Whether `item` means something here. */
  hasItem: boolean;
}

/** A place of the configuration, by its path; what is wrong there is told with it. */
export class Place {
  private constructor(
    readonly path: string,
    private readonly surroundings: Surroundings,
  ) {}

  static create(path: string): Place {
    return new Place(path, { faults: [], secretHeaders: [], hasItem: false });
  }

  get faults(): readonly string[] {
    return this.surroundings.faults;
  }

  get secretHeaders(): readonly string[] {
    return this.surroundings.secretHeaders;
  }

  get hasItem(): boolean {
    return this.surroundings.hasItem;
  }

  at(key: string | number): Place {
    const step = typeof key === 'number' ? `[${key}]` : `.${key}`;
    return new Place(this.path + step, this.surroundings);
  }

  with(changed: Partial<Omit<Surroundings, 'faults'>>): Place {
    return new Place(this.path, { ...this.surroundings, ...changed });
  }

  /** Notes what is wrong here; gives nothing, so that a reader can return it. */
  refuse(because: string): undefined {
    this.surroundings.faults.push(`${this.path} ${because}`);
  }

  /** Notes the keys of an object that nobody knows here. */
  refuseUnknown(given: object, known: readonly string[]): void {
    for (const key of Object.keys(given)) {
      if (known.includes(key)) continue;
      this.refuse(`has no "${key}"${nearestName(key, known)}`);
    }
  }
}
