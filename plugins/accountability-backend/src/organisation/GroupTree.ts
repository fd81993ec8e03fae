import { KnownGroup } from '../ownership';

/** Groups by what they stand under. One whose parent is not in the catalog is a first one; the sync has cut cycles. */
export class GroupTree {
  readonly #below = new Map<string | undefined, KnownGroup[]>();

  constructor(readonly groups: ReadonlyMap<string, KnownGroup>) {
    for (const group of groups.values()) {
      const parent = this.parentOf(group.groupRef);
      const siblings = this.#below.get(parent) ?? [];
      siblings.push(group);
      this.#below.set(parent, siblings);
    }
    for (const siblings of this.#below.values()) {
      siblings.sort((a, b) => a.title.localeCompare(b.title, 'en'));
    }
  }

  parentOf(groupRef: string): string | undefined {
    const parent = this.groups.get(groupRef)?.parent;
    return parent !== undefined && this.groups.has(parent) ? parent : undefined;
  }

  /** Groups right below one, or the first ones, by title. */
  below(groupRef?: string): readonly KnownGroup[] {
    return this.#below.get(groupRef) ?? [];
  }

  /** Groups above one, the uppermost first. */
  above(groupRef: string): KnownGroup[] {
    const found: KnownGroup[] = [];
    let at = this.parentOf(groupRef);
    while (at !== undefined) {
      const group = this.groups.get(at);
      if (!group || found.includes(group)) break;
      found.unshift(group);
      at = this.parentOf(at);
    }
    return found;
  }

  /** For each group of the tree under some, the one of them that it stands under or is. */
  claim(roots: readonly string[]): Map<string, string> {
    const claimed = new Map<string, string>();
    for (const root of roots) {
      const open = [root];
      for (let at = open.pop(); at !== undefined; at = open.pop()) {
        if (claimed.has(at) && at !== root) continue;
        claimed.set(at, root);
        open.push(...this.below(at).map(({ groupRef }) => groupRef));
      }
    }
    return claimed;
  }
}
