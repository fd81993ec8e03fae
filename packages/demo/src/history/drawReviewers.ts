import { CompanyPlan, ServicePlan } from '../company/CompanyPlan';
import { Random } from '../company/Random';
import { staffOf } from '../company/staffOf';
import { teamThen } from './teamThen';

/** Somebody else of the team of then, to read it. */
export function drawReviewers(
  plan: CompanyPlan,
  given: {
    service: ServicePlan;
    at: number;
    random: Random;
    author: string;
    count: number;
  },
): string[] {
  const { random, author, count } = given;
  const team = teamThen(plan, given).filter(login => login !== author);
  const pool = team.length > 0 ? team : staffOf(plan, plan.teams[0]);
  const start = random.int(0, pool.length - 1);
  return Array.from(
    { length: Math.min(count, pool.length) },
    (_, i) => pool[(start + i) % pool.length],
  );
}
