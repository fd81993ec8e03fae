import { OwnershipProblem } from './OwnershipProblem';

/** A group as the catalog has it. */
export interface CatalogGroup {
  groupRef: string;
  title: string;
  parent?: string;
  zone?: string;
  /** Rotas it answers to, by their sources' own names. */
  rotas?: string[];
}

/** The groups with every pair of a group and one below it, itself at depth 0. */
export interface GroupTree {
  groups: CatalogGroup[];
  closure: { ancestor: string; descendant: string; depth: number }[];
  problems: OwnershipProblem[];
}

/**
 * Builds the closure of the group tree, in time linear in its size and
 * without recursion. A parent that does not exist is left out; a cycle is cut
 * at its smallest ref, which becomes a root. Both are reported.
 */
export function buildGroupTree(given: readonly CatalogGroup[]): GroupTree {
  const problems: OwnershipProblem[] = [];
  const groups = new Map(
    [...given]
      .sort((a, b) => (a.groupRef < b.groupRef ? -1 : 1))
      .map(group => [group.groupRef, { ...group }]),
  );
  for (const group of groups.values()) {
    if (!group.parent || groups.has(group.parent)) continue;
    problems.push({
      entityRef: group.groupRef,
      problem: 'missing-parent',
      because: `The parent ${group.parent} of ${group.groupRef} is not in the catalog; correct spec.parent or add the group.`,
    });
    group.parent = undefined;
  }
  for (const cycle of findCycles(groups)) {
    const cut = cycle.reduce((a, b) => (a < b ? a : b));
    const group = groups.get(cut);
    if (!group) continue;
    problems.push({
      entityRef: cut,
      problem: 'group-cycle',
      because: `${cut} is its own ancestor (${cycle.length} groups in the circle); it is read as a root until one spec.parent of the circle is corrected.`,
    });
    group.parent = undefined;
  }
  return {
    groups: [...groups.values()],
    closure: [...groups.keys()].flatMap(ref => withAncestors(groups, ref)),
    problems,
  };
}

/** Every group has one parent, so walking up meets each circle once. */
function findCycles(groups: ReadonlyMap<string, CatalogGroup>): string[][] {
  const walkOf = new Map<string, string>();
  const cycles: string[][] = [];
  for (const start of groups.keys()) {
    const path: string[] = [];
    let ref: string | undefined = start;
    while (ref !== undefined && !walkOf.has(ref)) {
      walkOf.set(ref, start);
      path.push(ref);
      ref = groups.get(ref)?.parent;
    }
    if (ref !== undefined && walkOf.get(ref) === start) {
      cycles.push(path.slice(path.indexOf(ref)));
    }
  }
  return cycles;
}

function withAncestors(
  groups: ReadonlyMap<string, CatalogGroup>,
  descendant: string,
): GroupTree['closure'] {
  const rows: GroupTree['closure'] = [];
  let ancestor: string | undefined = descendant;
  for (let depth = 0; ancestor !== undefined; depth++) {
    rows.push({ ancestor, descendant, depth });
    ancestor = groups.get(ancestor)?.parent;
  }
  return rows;
}
