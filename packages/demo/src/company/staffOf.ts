import { CompanyPlan, TeamPlan } from './CompanyPlan';
import { Random } from './Random';

const givenNames = [
  'ada',
  'bo',
  'cleo',
  'dag',
  'eik',
  'fay',
  'gro',
  'hal',
  'ida',
  'jon',
  'kit',
  'liv',
];

/** The logins of a team's people on GitHub, always the same. */
export function staffOf({ options }: CompanyPlan, team: TeamPlan): string[] {
  const random = new Random(`${options.seed}/staff/${team.name}`);
  const count = random.int(5, 9);
  return givenNames
    .slice(0, count)
    .map(given => `${given}-${team.name.replace(/[^a-z\d]/g, '')}`);
}

/** The logins of everybody whose team an owner is; empty for a team that is gone. */
export function staffOfOwner(plan: CompanyPlan, owner: string): string[] {
  const team = plan.teams.find(({ name }) => owner.endsWith(`/${name}`));
  return team ? staffOf(plan, team) : [];
}
