import { LoggerService } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { Backtester } from '../backtests';
import { Judges } from './createJudges';

/** What runs candidates over the facts that there are. */
export function createBacktester(given: {
  services: { logger: LoggerService };
  judges: Pick<Judges, 'facts' | 'reportedFacts'>;
  knex: Knex;
  /** The backend shuts down. */
  stop: AbortSignal;
}): Backtester {
  const { services, judges, knex, stop } = given;
  return Backtester.create({
    database: knex,
    facts: [...judges.facts, ...judges.reportedFacts],
    logger: services.logger,
    stop,
  });
}
