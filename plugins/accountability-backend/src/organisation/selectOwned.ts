import { Organisation } from './Organisation';
import { ByOwner, groupByOwner } from './groupByOwner';
import { Selection, selectStates } from './selectStates';

/** The services that are asked about, by who answers for them; what is asked for by group alone is added up already. */
export function selectOwned(
  organisation: Organisation,
  selection: Pick<Selection, 'filter' | 'visible'>,
): ByOwner {
  const { group, ...narrower } = selection.filter;
  const narrowed = Object.values(narrower).some(value => value !== undefined);
  if (narrowed || selection.visible) {
    return groupByOwner(selectStates(organisation, selection));
  }
  if (group === undefined) return organisation.byOwner;
  const owners = organisation.tree.claim([group]);
  return new Map(
    [...organisation.byOwner].filter(
      ([owner]) => owner !== undefined && owners.has(owner),
    ),
  );
}
