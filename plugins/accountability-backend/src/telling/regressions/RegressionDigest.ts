import { sortBy } from 'lodash';
import { FindCheck, Regression } from './Regression';

/** What turned of one service. */
export interface ServiceRegressions {
  title: string;
  /** Titles of checks that fail now. */
  checks: string[];
  /** Levels that it fell from and to. */
  levels: { from: string; to: string }[];
}

/** What a group is told at once. */
export interface RegressionDigest {
  owner: string;
  /** By title, of what facts turned. */
  services: ServiceRegressions[];
  /** Of what a change of policy turned: titles of checks with the number of services, and of services that fell. */
  policy: { checks: { title: string; services: number }[]; fallen: number };
  /** Names this digest among those of the group, so that sending it twice is sending it once. */
  round: number;
}

/** After a policy came into force, all services are assessed anew; what turns meanwhile is the policy's doing. */
const REJUDGED_MS = 15 * 60_000;

/** Puts together what a group is told; nothing where none of it counts. */
export function digestOf(
  regressions: readonly Regression[],
  given: {
    owner: string;
    round: number;
    findCheck: FindCheck;
    /** When policies came into force, epoch milliseconds. */
    revisions: readonly number[];
  },
): RegressionDigest | undefined {
  const { owner, round, findCheck, revisions } = given;
  const services = new Map<string, ServiceRegressions>();
  const checks = new Map<string, number>();
  const fallen = new Set<string>();
  for (const one of regressions) {
    const check = one.check ? findCheck(one.scorecard, one.check) : undefined;
    if (one.check && !check) continue;
    const byPolicy = revisions.some(
      from => from <= one.since && one.since < from + REJUDGED_MS,
    );
    if (!byPolicy) addTo(services, one, check?.title);
    else if (check) checks.set(check.title, (checks.get(check.title) ?? 0) + 1);
    else fallen.add(one.entityRef);
  }
  if (services.size + checks.size + fallen.size === 0) return undefined;
  return {
    owner,
    round,
    services: sortBy([...services.values()], ({ title }) => title),
    policy: {
      checks: sortBy(
        [...checks].map(([title, count]) => ({ title, services: count })),
        [check => -check.services, 'title'],
      ),
      fallen: fallen.size,
    },
  };
}

function addTo(
  services: Map<string, ServiceRegressions>,
  one: Regression,
  check: string | undefined,
): void {
  const none = { title: one.title, checks: [], levels: [] };
  const service = services.get(one.entityRef) ?? none;
  services.set(one.entityRef, service);
  if (check) service.checks.push(check);
  else service.levels.push({ from: one.from, to: one.to });
}
