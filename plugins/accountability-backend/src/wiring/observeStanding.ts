import { LoggerService } from '@backstage/backend-plugin-api';
import { MetricsService } from '@backstage/backend-plugin-api/alpha';
import { ReferenceId } from 'backstage-plugin-accountability-common';
import { FactType } from 'backstage-plugin-accountability-engine';
import { Knex } from 'knex';
import { PolicyStore } from '../assessment';
import { readStandingFigures } from './figures/readStandingFigures';
import { readUnknownFacts } from './figures/readUnknownFacts';
import { readWorkFigures } from './figures/readWorkFigures';
import { observePolicy } from './observePolicy';
import { observeWork } from './observeWork';

const MOST_UNKNOWN_FACTS = 50;
const SAMPLED_SERVICES = 1000;

/** Offers how services and policy stand, and what waits to be done, as the tables have it, as gauges. */
export function observeStanding(given: {
  logger: LoggerService;
  metrics: MetricsService;
  knex: Knex;
  policy: Pick<PolicyStore, 'status'>;
  facts: readonly FactType[];
  /** What is looked up outside by configuration. */
  references: readonly ReferenceId[];
}): void {
  const { logger, metrics, knex, policy, facts, references } = given;
  observeWork({
    metrics,
    now: Date.now,
    readFigures: () =>
      readWorkFigures(knex, { now: Date.now(), on: references }),
  });
  observePolicy({
    metrics,
    now: Date.now,
    readFigures: () =>
      readStandingFigures(knex, {
        status: () => policy.status(),
        now: Date.now(),
      }),
    readUnknown: () =>
      readUnknownFacts(knex, {
        facts: facts.map(({ id }) => id),
        now: Date.now(),
        sample: SAMPLED_SERVICES,
        limit: MOST_UNKNOWN_FACTS,
      }),
    onFailed: error =>
      logger.warn(
        'Unknown facts could not be counted; the gauge is tried again in half an hour',
        error instanceof Error ? error : undefined,
      ),
  });
}
