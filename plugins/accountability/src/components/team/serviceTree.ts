import {
  RollupGroup,
  RollupService,
} from 'backstage-plugin-accountability-common';

/** A group of the tree with the services it owns itself. */
export interface TreeGroup {
  group: RollupGroup;
  services: RollupService[];
}

/**
 * Groups in reading order, each before those below it and siblings by name,
 * with their own services by name. A group whose parent is not in the answer
 * stands at the end.
 */
export function serviceTree(
  groups: RollupGroup[],
  services: RollupService[],
): TreeGroup[] {
  const byName = [...groups].sort((a, b) =>
    a.title.localeCompare(b.title, 'en'),
  );
  const refs = new Set(groups.map(({ groupRef }) => groupRef));
  const placed: RollupGroup[] = [];
  const place = (group: RollupGroup) => {
    if (placed.includes(group)) return;
    placed.push(group);
    byName.filter(({ parent }) => parent === group.groupRef).forEach(place);
  };
  byName.filter(({ depth }) => depth === 0).forEach(place);
  byName.filter(({ parent }) => !parent || !refs.has(parent)).forEach(place);
  byName.forEach(place);
  return placed.map(group => ({
    group,
    services: services
      .filter(({ owner }) => owner === group.groupRef)
      .sort((a, b) => a.title.localeCompare(b.title, 'en')),
  }));
}
