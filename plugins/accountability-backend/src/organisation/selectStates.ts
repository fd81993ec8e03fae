import { OrganisationFilter } from 'backstage-plugin-accountability-common';
import { Organisation } from './Organisation';
import { ServiceState } from './ServiceState';

/** What is narrowed down to. */
export interface Selection {
  /** Refs in lower case. */
  filter: OrganisationFilter;
  /** Services of the group itself, or without one those whose owner is no group. */
  own?: boolean;
  /** Services whose owner does not resolve. */
  unowned?: boolean;
  /** Only these, where given. */
  visible?: ReadonlySet<string>;
}

/** The services that are asked about. */
export function selectStates(
  { states, tree, domains }: Organisation,
  { filter, own, unowned, visible }: Selection,
): ServiceState[] {
  const { group, system, domain, lifecycle, tag } = filter;
  const owners = group === undefined ? undefined : tree.claim([group]);
  const selected: ServiceState[] = [];
  for (const state of states.values()) {
    if (visible && !visible.has(state.entityRef)) continue;
    if (unowned && state.owner !== undefined) continue;
    if (own && !isOwn(state, group, tree.groups)) continue;
    if (!own && owners && !(state.owner && owners.has(state.owner))) continue;
    if (system !== undefined && state.system !== system) continue;
    if (lifecycle !== undefined && state.lifecycle !== lifecycle) continue;
    if (tag !== undefined && !state.tags.includes(tag)) continue;
    if (domain !== undefined && domainOf(state, domains) !== domain) continue;
    selected.push(state);
  }
  return selected;
}

/** The domain of a service's system. */
export function domainOf(
  { system }: Pick<ServiceState, 'system'>,
  domains: Organisation['domains'],
): string | undefined {
  return system === undefined ? undefined : domains.get(system);
}

function isOwn(
  { owner }: ServiceState,
  group: string | undefined,
  groups: ReadonlyMap<string, unknown>,
): boolean {
  if (group !== undefined) return owner === group;
  return owner !== undefined && !groups.has(owner);
}
