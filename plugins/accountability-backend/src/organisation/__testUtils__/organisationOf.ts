import {
  Burden,
  CheckStatus,
  Severity,
} from 'backstage-plugin-accountability-common';
import { GroupTree } from '../GroupTree';
import { Names } from '../Names';
import { Organisation } from '../Organisation';
import { LevelState, ServiceState, Turn } from '../ServiceState';
import { countResults } from '../countResults';
import { countWeeks } from '../countWeeks';
import { groupByOwner } from '../groupByOwner';
import { listChoices } from '../listChoices';
import { levelsBefore } from '../levelsBefore';
import { PolicyChecks } from '../policyChecks';
import { statusOrder } from '../statusOrder';
import { weekStarts } from '../weekStarts';

export const DAY = 86_400_000;
export const now = Date.UTC(2026, 10, 23, 12);
export const ref = (name: string) => `component:default/${name}`;
export const team = (name: string) => `group:default/${name}`;

/** A check of the scorecard `ready`; its burden is its name up to the hyphen. */
type Results = Record<string, CheckStatus | [CheckStatus, number]>;

/** A service as a test says it stands. */
export interface GivenService {
  name: string;
  /** Name of a group; none at all where absent. */
  owner?: string;
  system?: string;
  lifecycle?: string;
  tags?: string[];
  /** Status by check, with since when where that is not a year ago. */
  results?: Results;
  levels?: LevelState[];
  turns?: Turn[];
  times?: Record<string, number>;
  incidents?: number;
  assessed?: boolean;
}

const burdenOf = (check: string): Burden => {
  const [name] = check.split('-');
  switch (name) {
    case 'pipeline':
    case 'reliability':
    case 'observability':
    case 'security':
      return name;
    default:
      return 'ownership';
  }
};

/** A level of the scorecard `ready`. */
export function level(
  name: 'bronze' | 'silver' | undefined,
  since = now - 365 * DAY,
): LevelState {
  const ladder = ['bronze', 'silver'];
  const rank = name === undefined ? 0 : ladder.indexOf(name) + 1;
  return { scorecard: 'ready', level: name, rank, ladder, since };
}

/** A turn of a check of the scorecard `ready`, or of its level. */
export function turned(
  at: number,
  from: string,
  to: string,
  check?: string,
): Turn {
  return { at, scorecard: 'ready', from, to, ...(check && { check }) };
}

function stateOf(given: GivenService, names: Names): ServiceState {
  const { name, owner, results = {}, levels = [], turns = [] } = given;
  const state = {
    results: Object.entries(results).map(([check, result]) => {
      const [status, since] = Array.isArray(result)
        ? result
        : [result, now - 365 * DAY];
      return {
        check: names.numberOf({
          ...{ scorecard: 'ready', check, burden: burdenOf(check) },
        }),
        status: statusOrder.indexOf(status),
        since,
      };
    }),
    levels,
    turns: [...turns].sort((a, b) => b.at - a.at),
  };
  const starts = weekStarts(now);
  return {
    ...state,
    entityRef: ref(name),
    title: name,
    digest: name,
    ...(owner !== undefined && { owner: team(owner) }),
    system: given.system,
    lifecycle: given.lifecycle,
    tags: given.tags ?? [],
    ...(given.assessed !== false && { assessedAt: now }),
    times: new Map(Object.entries(given.times ?? {})),
    incidents: given.incidents,
    counts: countResults(state.results, names),
    weeks: countWeeks(state, { starts, names }),
    levelBefore: levelsBefore(state, starts[0]),
  };
}

/** An organisation of services and of groups, each with the one it stands under. */
export function organisationOf(
  services: readonly GivenService[],
  groups: Record<string, string | undefined> = {},
  domains: Record<string, string> = {},
): Organisation {
  const names = new Names();
  const states = services.map(given => stateOf(given, names));
  const byRef = new Map(states.map(state => [state.entityRef, state]));
  const domainOf = new Map(Object.entries(domains));
  return {
    names,
    states: byRef,
    byOwner: groupByOwner(states),
    choices: listChoices({ states: byRef, domains: domainOf }),
    tree: new GroupTree(
      new Map(
        Object.entries(groups).map(([name, parent]) => [
          team(name),
          {
            groupRef: team(name),
            title: name,
            ...(parent !== undefined && { parent: team(parent) }),
          },
        ]),
      ),
    ),
    domains: domainOf,
    version: 1,
  };
}

/** What a policy says of checks of the scorecard `ready`. */
export function checksOf(
  checks: Record<
    string,
    { severity?: Severity; effortDays?: number; cost?: string }
  >,
): PolicyChecks {
  return new Map(
    Object.entries(checks).map(([check, said]) => [
      `ready/${check}`,
      {
        ...{ title: `The ${check}`, severity: 'medium', mode: 'enforce' },
        ...said,
      },
    ]),
  );
}
