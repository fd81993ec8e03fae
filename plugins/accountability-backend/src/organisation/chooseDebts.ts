import { DebtItem, burdens } from 'backstage-plugin-accountability-common';
import { Candidate } from './Candidate';
import { DebtCosts } from './DebtCosts';
import { Organisation } from './Organisation';
import { ServiceState } from './ServiceState';
import { sayChecks } from './sayChecks';
import { firstOf } from './firstOf';
import { ByOwner } from './groupByOwner';
import { PolicyChecks, checkKey } from './policyChecks';
import { failed, unknown, warned } from './statusOrder';

const MOST = 10;
/** Of each kind so many at least, where there are: what pays back, what is worst though its cost is not known, and blind spots. */
const LEAST = [5, 3, 2];
const EXAMPLES = 3;

/** What is worth doing, and how much there is in all. */
export interface Debts {
  debts: DebtItem[];
  debtsInAll: number;
}

/**
 * The ten things most worth doing: checks that do not pass, by owner, and
 * burdens of which less is known than not. What pays back most comes first:
 * hours of the cost that the check names, a day of the work it takes. What has
 * no such number follows by severity, since unknown is no zero.
 */
export function chooseDebts(
  organisation: Organisation,
  byOwner: ByOwner,
  policy: { checks: PolicyChecks; costs: DebtCosts },
): Debts {
  const said = sayChecks(organisation.names, policy.checks);
  const own = [...byOwner.values()].map(owned =>
    owned.debts(said, policy.costs),
  );
  const failing = own.flatMap(debts => debts.failing);
  const blind = own.flatMap(debts => debts.blind);
  const paying = failing.filter(({ hoursPerDay }) => hoursPerDay > 0);
  const others = failing.filter(({ hoursPerDay }) => !(hoursPerDay > 0));
  const [first, second, spots] = share([
    firstOf(paying, MOST, byPayback),
    firstOf(others, MOST, byPayback),
    firstOf(blind, MOST, bySize),
  ]);
  const of = (candidate: Candidate) =>
    byOwner.get(candidate.owner)?.states ?? [];
  return {
    debts: [
      ...[...first, ...second].flatMap(one =>
        toCheck(one, of(one), { organisation, policy }),
      ),
      ...spots.map(one => toSpot(one, of(one), { organisation, policy })),
    ],
    debtsInAll: failing.length + blind.length,
  };
}

/** The room there is, to each kind what is its due, and what is left to the first that have more. */
function share(kinds: readonly (readonly Candidate[])[]): Candidate[][] {
  const room = kinds.map(({ length }, at) => Math.min(length, LEAST[at]));
  let left = MOST - room.reduce((sum, one) => sum + one, 0);
  kinds.forEach(({ length }, at) => {
    const more = Math.min(left, length - room[at]);
    room[at] += more;
    left -= more;
  });
  return kinds.map((kind, at) => kind.slice(0, room[at]));
}

function byPayback(a: Candidate, b: Candidate): number {
  return (
    b.hoursPerDay - a.hoursPerDay || b.severity - a.severity || bySize(a, b)
  );
}

/** More results first, then what is so for longer; the order of owners and checks decides between equals. */
function bySize(a: Candidate, b: Candidate): number {
  const more = b.results - a.results || a.since - b.since;
  if (more !== 0) return more;
  const [one, other] = [a.owner ?? '', b.owner ?? ''];
  if (one === other) return a.of - b.of;
  return one < other ? -1 : 1;
}

interface Given {
  organisation: Organisation;
  policy: { checks: PolicyChecks; costs: DebtCosts };
}

function toCheck(
  candidate: Candidate,
  owned: readonly ServiceState[],
  given: Given,
): DebtItem[] {
  const { burden, ...name } = given.organisation.names.nameOf(candidate.of);
  const check = given.policy.checks.get(checkKey(name));
  if (!check) return [];
  const members = membersOf(
    owned,
    ({ check: number, status }) =>
      number === candidate.of && (status === warned || status === failed),
  );
  const states = members.map(({ state }) => state);
  const { title, severity, mode, effortDays } = check;
  return [
    {
      ...{ kind: 'check', burden, ...name, title, severity, mode },
      ...describe(candidate, members, given),
      ...given.policy.costs.of(states, check),
      ...(effortDays !== undefined && {
        effortDays: effortDays * states.length,
      }),
    },
  ];
}

function toSpot(
  candidate: Candidate,
  owned: readonly ServiceState[],
  given: Given,
): DebtItem {
  const { names } = given.organisation;
  const burden = burdens[candidate.of];
  const members = membersOf(
    owned,
    ({ check, status }) =>
      status === unknown && names.nameOf(check).burden === burden,
  );
  return {
    ...{ kind: 'blind-spot', burden },
    title: `${candidate.results} of ${candidate.applicable} results are unknown`,
    ...describe(candidate, members, given),
  };
}

interface Member {
  state: ServiceState;
  since: number;
}

/** Services with such a result, each with since when it has the oldest. */
function membersOf(
  owned: readonly ServiceState[],
  is: (result: ServiceState['results'][number]) => boolean,
): Member[] {
  return owned.flatMap(state => {
    const since = Math.min(
      ...state.results.filter(is).map(result => result.since),
    );
    return since === Infinity ? [] : [{ state, since }];
  });
}

function describe(
  { owner, results, since }: Candidate,
  members: readonly Member[],
  { organisation: { tree }, policy: { costs } }: Given,
) {
  const title = owner === undefined ? undefined : tree.groups.get(owner)?.title;
  const oldest = firstOf(
    members,
    EXAMPLES,
    (a, b) =>
      a.since - b.since || (a.state.entityRef < b.state.entityRef ? -1 : 1),
  );
  return {
    ...(owner !== undefined && { owner }),
    ...(title !== undefined && { ownerTitle: title }),
    ...{ services: members.length, results, since },
    examples: oldest.map(({ state: { entityRef, title: said } }) => ({
      ...{ entityRef, title: said },
    })),
    ...costs.incidents(members.map(({ state }) => state)),
  };
}
