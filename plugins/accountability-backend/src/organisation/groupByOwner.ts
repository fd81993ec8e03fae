import { ServiceState } from './ServiceState';

/** Services of each owner. */
export type ByOwner = ReadonlyMap<string | undefined, readonly ServiceState[]>;

/** Services by who answers for them. */
export function groupByOwner(selected: readonly ServiceState[]): ByOwner {
  const groups = new Map<string | undefined, ServiceState[]>();
  for (const state of selected) {
    const group = groups.get(state.owner);
    if (group) group.push(state);
    else groups.set(state.owner, [state]);
  }
  return groups;
}
