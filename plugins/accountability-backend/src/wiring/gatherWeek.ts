import { DebtItem } from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';
import { PolicyStore, readTransitions } from '../assessment';
import { AttestationSettings } from '../governance';
import {
  DebtCosts,
  OrganisationIndex,
  PolicyChecks,
  chooseDebts,
  policyChecks,
} from '../organisation';
import { readDue, readTeamScope } from '../teams';
import { changesOfWeek, GatherWeek } from '../telling';
import { findCheckOf } from './findCheckOf';

const WEEK_MS = 7 * 86_400_000;

/** What is tried out alone is no news. */
const told = ['enforce', 'warn'] as const;

/** Transitions of a week that are looked at, the newest. */
const MOST_TURNS = 2000;

/** What a group's week is read from. */
export interface WeekSources {
  knex: Knex;
  policy: Pick<PolicyStore, 'current'>;
  organisation: Pick<OrganisationIndex, 'current'>;
  costs: DebtCosts;
  attestation: AttestationSettings;
}

/**
 * Reads what a group is told of its week, of the services that it owns itself:
 * groups below it are told theirs. Decisions of gates are left out: who may
 * read them is not known of those who get a notification.
 */
export function gatherWeek(sources: WeekSources): GatherWeek {
  const { knex, attestation } = sources;
  return async (owner, at) => {
    const policy = await sources.policy.current();
    const scope = await readTeamScope(knex, { groups: [owner] });
    const transitions = await readTransitions(knex, {
      entityRefs: scope.services.map(({ entityRef }) => entityRef),
      ...{ from: at - WEEK_MS, to: at, limit: MOST_TURNS },
    });
    const items = await readDue(
      { ...{ database: knex, scope, attestation, policy, now: at } },
      { decisions: false },
    );
    const checks = policyChecks(policy, at);
    const worth = await findWorth(sources, { owner, checks });
    return {
      ...changesOfWeek(transitions, findCheckOf(policy, at, told)),
      due: items.filter(({ dueAt }) => dueAt < at + WEEK_MS),
      ...(worth && { worth: worthWords(worth) }),
    };
  };
}

/** What is most worth doing of the services that a group owns itself. */
async function findWorth(
  { organisation, costs }: WeekSources,
  { owner, checks }: { owner: string; checks: PolicyChecks },
): Promise<DebtItem | undefined> {
  const known = await organisation.current();
  const owned = known.byOwner.get(owner);
  if (!owned) return undefined;
  const own = new Map([[owner, owned]]);
  return chooseDebts(known, own, { checks, costs }).debts[0];
}

function worthWords(debt: DebtItem) {
  const { kind, burden, title, services, effortDays, hoursPerDay } = debt;
  const parts = [
    `${services} ${services === 1 ? 'service' : 'services'}`,
    ...(effortDays === undefined
      ? []
      : [`about ${round(effortDays)} d of work`]),
    ...(hoursPerDay === undefined
      ? []
      : [`${round(hoursPerDay)} h saved per day of work`]),
  ];
  const what = kind === 'blind-spot' ? `in ${burden} ${title}` : title;
  return `${what} (${parts.join(', ')})`;
}

function round(value: number): number {
  return Math.round(10 * value) / 10;
}
