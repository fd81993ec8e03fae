import { LoggerService } from '@backstage/backend-plugin-api';
import { uniq } from 'lodash';
import { Knex } from 'knex';
import { readBehind } from '../assessment';
import {
  DebtCosts,
  OrganisationIndex,
  incidentTimeFact,
} from '../organisation';
import { Judges } from './createJudges';

/** How all services stand, in memory, with what debts cost by the policy in force. */
export function createOrganisation(given: {
  database: Knex;
  logger: LoggerService;
  judges: Pick<Judges, 'facts' | 'policy'>;
  now?: () => number;
}): { organisation: OrganisationIndex; costs: DebtCosts } {
  const { database, logger, judges, now = Date.now } = given;
  const inSeconds = judges.facts.filter(({ unit }) => unit === 'seconds');
  const times = async () => {
    const { scorecards } = await judges.policy.current();
    const checks = scorecards.flatMap(scorecard => scorecard.checks);
    const named = checks.flatMap(({ cost }) => cost ?? []);
    return uniq([incidentTimeFact, ...named]).sort();
  };
  return {
    organisation: new OrganisationIndex({
      ...{ database, logger, times, now },
      behind: () => readBehind(database),
    }),
    costs: new DebtCosts(
      new Map(inSeconds.map(({ id, windowDays }) => [id, windowDays])),
    ),
  };
}
