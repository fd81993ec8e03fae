import { CompanyPlan, ServicePlan } from '../company/CompanyPlan';
import { Random } from '../company/Random';
import { staffOf } from '../company/staffOf';
import { teamThen } from './teamThen';

/** Helping hands from elsewhere: of whoever touches a service so many are not of its team, the more the more machines write. */
const strangerShare = (machineShare: number) => 0.1 + 0.35 * machineShare;

/** Somebody to write a change: mostly the one or two who know the service, now and then a stranger. */
export function drawAuthor(
  plan: CompanyPlan,
  given: { service: ServicePlan; at: number; random: Random },
): string {
  const { service, random } = given;
  const team = teamThen(plan, given);
  if (
    team.length === 0 ||
    random.chance(strangerShare(service.profile.machineShare))
  ) {
    const other = random.pick(plan.teams);
    return random.pick(staffOf(plan, other));
  }
  // The fewer know it, the steeper: where nobody tests, one person does it all.
  const { testedShare } = service.profile;
  const reach = Math.max(1, Math.ceil(team.length * testedShare));
  return team[Math.floor(random.next() ** 1.7 * reach)];
}
