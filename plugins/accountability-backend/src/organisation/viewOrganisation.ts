import {
  OrganisationFilter,
  OrganisationResponse,
} from 'backstage-plugin-accountability-common';
import { pick } from 'lodash';
import { KnownGroup } from '../ownership';
import { DebtCosts } from './DebtCosts';
import { Organisation } from './Organisation';
import { chooseDebts } from './chooseDebts';
import { Worse, findWorse } from './findWorse';
import { listChoices } from './listChoices';
import { PolicyChecks } from './policyChecks';
import { selectOwned } from './selectOwned';
import { sumOwners } from './sumOwners';
import { sumRows } from './sumRows';
import { weekStarts } from './weekStarts';

const WORSE_MS = 7 * 86_400_000;

/** What a view is asked for. */
export interface ViewOptions {
  filter: OrganisationFilter;
  /** Only these services, where given. */
  visible?: ReadonlySet<string>;
  checks: PolicyChecks;
  costs: DebtCosts;
  now: number;
}

/** The view of an organisation but for the reasons of what got worse, which are read from the database. */
export type OrganisationView = Omit<OrganisationResponse, 'worse'> & {
  worse: Worse & { from: number };
};

/** Adds an organisation up. Undefined where there is no such group. */
export function viewOrganisation(
  organisation: Organisation,
  options: ViewOptions,
): OrganisationView | undefined {
  const { filter, visible, checks, costs, now } = options;
  const { tree } = organisation;
  const { group: groupRef } = filter;
  const group = groupRef === undefined ? undefined : tree.groups.get(groupRef);
  if (groupRef !== undefined && !group) return undefined;
  const byOwner = selectOwned(organisation, { filter, visible });
  const { sums, levels } = sumOwners(byOwner);
  const selected = [...byOwner.values()].flatMap(({ states }) => states);
  const from = now - WORSE_MS;
  const named = (one: KnownGroup) => pick(one, 'groupRef', 'title');
  return {
    asOf: now,
    ...(group && { group: named(group) }),
    above: group ? tree.above(group.groupRef).map(named) : [],
    services: selected.length,
    unowned: byOwner.get(undefined)?.states.length ?? 0,
    notAssessed: selected.filter(state => state.assessedAt === undefined)
      .length,
    coverage: sums.coverage(),
    burdens: sums.cells(),
    rows: sumRows(organisation, byOwner, groupRef),
    trends: sums.trends(weekStarts(now), now),
    levels: levels.list(),
    worse: { from, ...findWorse(organisation, byOwner, { from, checks }) },
    ...chooseDebts(organisation, byOwner, { checks, costs }),
    choices: visible
      ? listChoices(organisation, visible)
      : organisation.choices,
  };
}
