import { RollupResponse } from 'backstage-plugin-accountability-common';
import { Organisation } from './Organisation';
import { selectOwned } from './selectOwned';
import { sumOwners } from './sumOwners';

/** What a group and the groups below it come to, as their roll-up says it. */
export function sumTree(
  organisation: Organisation,
  { groupRef, visible }: { groupRef: string; visible?: ReadonlySet<string> },
): Pick<RollupResponse, 'levels' | 'coverage' | 'burdens'> {
  const byOwner = selectOwned(organisation, {
    filter: { group: groupRef },
    visible,
  });
  const { sums, levels: counts } = sumOwners(byOwner);
  const levels = counts
    .list()
    .map(({ level, rank, services }) => ({ level, rank, services }))
    .filter(({ services }) => services > 0);
  const none = levels.find(({ level }) => level === undefined);
  // Those that no ladder is for have no level either.
  const others = levels
    .filter(one => one !== none)
    .reduce((left, { services }) => left - services, sums.services);
  return {
    levels: [
      ...levels.filter(one => one !== none),
      ...(others > 0 ? [{ level: undefined, rank: 0, services: others }] : []),
    ],
    coverage: sums.coverage(),
    burdens: sums.cells().map(cell => {
      const { burden, status, notPassing, applicable, known } = cell;
      return {
        ...{ burden, status, notPassing, applicable },
        unknown: applicable - known,
      };
    }),
  };
}
