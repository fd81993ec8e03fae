import { OwnedServices } from './OwnedServices';
import { ServiceState } from './ServiceState';

/** Services of each owner. */
export type ByOwner = ReadonlyMap<string | undefined, OwnedServices>;

/** Services by who answers for them. Those of whom `kept` has something are taken as they are there. */
export function groupByOwner(
  selected: Iterable<ServiceState>,
  kept?: ByOwner,
): ByOwner {
  const groups = new Map<string | undefined, ServiceState[]>();
  for (const state of selected) {
    const group = groups.get(state.owner);
    if (group) group.push(state);
    else groups.set(state.owner, [state]);
  }
  return new Map(
    [...groups].map(([owner, states]) => [
      owner,
      kept?.get(owner) ?? new OwnedServices(owner, states),
    ]),
  );
}
