import {
  BacktestCheck,
  NewFailure,
} from 'backstage-plugin-accountability-common';

type Group = BacktestCheck['newlyFailing'][number];

/** Sentences of a report end here, characters. */
const MOST_CHARACTERS = 300;

/** Services that newly fail a check, by owner; those named are the first by title. */
export class NewFailures {
  private readonly groups = new Map<string, Group>();

  /** `named`: at most so many services of an owner; `namedInAll`: of all owners together. */
  constructor(private readonly most: { named: number; namedInAll: number }) {}

  add(owner: string | undefined, failure: NewFailure): void {
    const group = this.groups.get(owner ?? '') ?? newGroup(owner);
    this.groups.set(owner ?? '', group);
    group.total += 1;
    group.services.push({ ...failure, because: cut(failure.because) });
    // Sorted seldom, and never many more than are named.
    if (group.services.length > 2 * this.most.named) {
      group.services = firstByTitle(group.services, this.most.named);
    }
  }

  /** The owner with most first. */
  list(): Group[] {
    const sorted = [...this.groups.values()].sort(
      (a, b) => b.total - a.total || byText(a.owner ?? '', b.owner ?? ''),
    );
    let left = this.most.namedInAll;
    return sorted.map(group => {
      const most = Math.min(this.most.named, left);
      const services = firstByTitle(group.services, most);
      left -= services.length;
      return { ...group, services };
    });
  }
}

function newGroup(owner: string | undefined): Group {
  return { ...(owner !== undefined && { owner }), services: [], total: 0 };
}

function firstByTitle(services: NewFailure[], most: number): NewFailure[] {
  return [...services]
    .sort(
      (a, b) => byText(a.title, b.title) || byText(a.entityRef, b.entityRef),
    )
    .slice(0, most);
}

function byText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function cut(text: string): string {
  return text.length > MOST_CHARACTERS
    ? `${text.slice(0, MOST_CHARACTERS - 1)}…`
    : text;
}
