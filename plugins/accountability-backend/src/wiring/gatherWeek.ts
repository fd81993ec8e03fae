import { DebtItem } from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';
import { PolicyStore, readTransitions } from '../assessment';
import { AttestationSettings } from '../governance';
import {
  DebtCosts,
  OrganisationIndex,
  PolicyChecks,
  policyChecks,
  viewOrganisation,
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
    const worth = await findWorth(sources, { owner, checks, now: at });
    return {
      ...changesOfWeek(transitions, findCheckOf(policy, at, told)),
      due: items.filter(({ dueAt }) => dueAt < at + WEEK_MS),
      ...(worth && { worth: worthWords(worth) }),
    };
  };
}

async function findWorth(
  { organisation, costs }: WeekSources,
  asked: { owner: string; checks: PolicyChecks; now: number },
): Promise<DebtItem | undefined> {
  const { owner, checks, now } = asked;
  const view = viewOrganisation(await organisation.current(), {
    ...{ filter: { group: owner }, checks, costs, now },
  });
  return view?.debts.find(debt => debt.owner === owner);
}

function worthWords({ title, services, effortDays, hoursPerDay }: DebtItem) {
  const parts = [
    `${services} ${services === 1 ? 'service' : 'services'}`,
    ...(effortDays === undefined
      ? []
      : [`about ${round(effortDays)} d of work`]),
    ...(hoursPerDay === undefined
      ? []
      : [`${round(hoursPerDay)} h saved per day of work`]),
  ];
  return `${title} (${parts.join(', ')})`;
}

function round(value: number): number {
  return Math.round(10 * value) / 10;
}
