import { OrganisationChoices } from 'backstage-plugin-accountability-common';
import { Organisation } from './Organisation';
import { domainOf } from './selectStates';

const MOST = 200;

/** What services that a caller may read can be narrowed to, that of most services first. */
export function listChoices(
  { states, domains }: Pick<Organisation, 'states' | 'domains'>,
  visible?: ReadonlySet<string>,
): OrganisationChoices {
  const counts = {
    systems: new Map<string, number>(),
    domains: new Map<string, number>(),
    lifecycles: new Map<string, number>(),
    tags: new Map<string, number>(),
  };
  const add = (to: Map<string, number>, value: string | undefined) => {
    if (value !== undefined) to.set(value, (to.get(value) ?? 0) + 1);
  };
  for (const state of states.values()) {
    if (visible && !visible.has(state.entityRef)) continue;
    add(counts.systems, state.system);
    add(counts.domains, domainOf(state, domains));
    add(counts.lifecycles, state.lifecycle);
    for (const tag of state.tags) add(counts.tags, tag);
  }
  return {
    systems: mostOf(counts.systems),
    domains: mostOf(counts.domains),
    lifecycles: mostOf(counts.lifecycles),
    tags: mostOf(counts.tags),
  };
}

function mostOf(counts: ReadonlyMap<string, number>): string[] {
  return [...counts]
    .sort(([a, some], [b, others]) => others - some || (a < b ? -1 : 1))
    .slice(0, MOST)
    .map(([value]) => value);
}
