import { OrganisationRow } from 'backstage-plugin-accountability-common';
import { KnownGroup } from '../ownership';
import { Organisation } from './Organisation';
import { ByOwner } from './groupByOwner';
import { RowSums } from './RowSums';

/** Above so many rows those below the first ones are left to be asked for. */
const MOST_ROWS = 60;

const unownedKey = 'unowned';
const ownKey = (group = '') => `own ${group}`;

const peopleTitle = 'Owned by people';
const unownedTitle = 'No owner that resolves';

/** Services by groups: those right below the group asked for, and those below them; groups without any service are left out. */
export function sumRows(
  { tree }: Organisation,
  byOwner: ByOwner,
  group?: string,
): OrganisationRow[] {
  const head = group ?? soleRoot(tree.below());
  const tops = tree.below(head);
  const topOf = tree.claim(tops.map(({ groupRef }) => groupRef));
  const seconds = tops.flatMap(({ groupRef }) => tree.below(groupRef));
  const secondOf = tree.claim(seconds.map(({ groupRef }) => groupRef));
  const sums = new RowSums();
  for (const [owner, owned] of byOwner) {
    const top = owner === undefined ? undefined : topOf.get(owner);
    const second = owner === undefined ? undefined : secondOf.get(owner);
    if (owner === undefined) sums.add(unownedKey, owned.sums);
    else sums.add(top ?? ownKey(head), owned.sums);
    if (second !== undefined) sums.add(second, owned.sums);
    else if (top !== undefined) sums.add(ownKey(top), owned.sums);
  }
  const toRow = (found: KnownGroup, parent?: string) =>
    sums.row(found.groupRef, {
      ...{ groupRef: found.groupRef, title: found.title, of: 'tree' },
      groups: tree.below(found.groupRef).length,
      ...(parent !== undefined && { parent }),
    });
  const below = (top: KnownGroup): OrganisationRow[] => {
    const rows = tree
      .below(top.groupRef)
      .flatMap(second => toRow(second, top.groupRef));
    const { groupRef, title } = top;
    return rows.length === 0
      ? []
      : [
          ...rows,
          ...sums.row(ownKey(groupRef), {
            ...{ groupRef, title, of: 'own', groups: 0, parent: groupRef },
          }),
        ];
  };
  const first = tops.map(top => ({ top, rows: toRow(top) }));
  const nested = first.map(({ top, rows }) => [...rows, ...below(top)]);
  const all = nested.flat();
  return [
    ...(all.length <= MOST_ROWS ? all : first.flatMap(({ rows }) => rows)),
    ...sums.row(ownKey(head), {
      ...(head !== undefined && { groupRef: head }),
      title: (head && tree.groups.get(head)?.title) ?? peopleTitle,
      ...{ of: 'own', groups: 0 },
    }),
    ...sums.row(unownedKey, { title: unownedTitle, of: 'unowned', groups: 0 }),
  ];
}

/** Where all groups stand under one, the rows are what is below it. */
function soleRoot(roots: readonly KnownGroup[]): string | undefined {
  return roots.length === 1 ? roots[0].groupRef : undefined;
}
