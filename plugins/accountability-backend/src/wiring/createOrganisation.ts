import { LoggerService } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { readBehind } from '../assessment';
import { DebtCosts, OrganisationIndex, policyChecks } from '../organisation';
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
  const costs = new DebtCosts(
    new Map(inSeconds.map(({ id, windowDays }) => [id, windowDays])),
  );
  const organisation = new OrganisationIndex({
    ...{ database, logger, costs, now },
    checks: async () => policyChecks(await judges.policy.current(), now()),
    behind: () => readBehind(database),
  });
  return { organisation, costs };
}
