import { CompanyOptions, CompanyPlan, TeamPlan } from './CompanyPlan';
import { departments, namedTeams } from './cast';

/** Lays out the teams: those with names first, numbered ones after. */
export function planCompany(options: CompanyOptions): CompanyPlan {
  const teams: TeamPlan[] = [];
  for (let i = 0; i < options.teams; i++) {
    teams.push(
      namedTeams[i] ?? {
        name: `team-${i + 1}`,
        title: `Team ${i + 1}`,
        department: departments[i % departments.length].name,
      },
    );
  }
  return { options, teams };
}
