import { LoggerService } from '@backstage/backend-plugin-api';
import {
  MetricsService,
  TracingService,
} from '@backstage/backend-plugin-api/alpha';
import { Knex } from 'knex';
import {
  AssessmentWorker,
  markChangedDue,
  markSubjectsDue,
} from '../assessment';
import { KeyOf } from '../database/createKeyOf';
import {
  DeliverySinks,
  Inbox,
  PollRunner,
  Replayer,
  SourceTally,
  genericSource,
  observeSources,
  readSourceHealth,
} from '../ingestion';
import { readSubjectsFrom, writeOwnerChanges } from '../ownership';
import { writeRecordEvents } from '../records';
import { Contributions } from './Contributions';
import { Settings } from './readSettings';
import { observeIntake } from './observeIntake';

/** Where the parts of deliveries go. */
function createSinks({ assessment }: Settings): DeliverySinks {
  const { scope } = assessment.attribution;
  return {
    writeRecordEvents,
    writeOwnerChanges,
    markSubjectsDue: (trx, due) => markSubjectsDue(trx, { ...due, scope }),
    markDue: markChangedDue,
  };
}

/** The ways in, and what reads again what came. */
export function createIntake(given: {
  services: {
    logger: LoggerService;
    metrics: MetricsService;
    tracing: TracingService;
  };
  contributions: Contributions;
  settings: Settings;
  knex: Knex;
  keyOf: KeyOf;
  worker: AssessmentWorker;
}) {
  const { services, contributions, knex, keyOf, worker } = given;
  const { logger, metrics } = services;
  const shared = {
    database: knex,
    sources: contributions.sources,
    pollers: contributions.pollers,
    sinks: createSinks(given.settings),
    keyOf,
    logger,
    onApplied: () => worker.wake(),
  };
  const on = sourceIds(contributions);
  const observer = observeIntake({
    ...services,
    sources: on,
    now: Date.now,
  });
  const tally = new SourceTally(observer);
  const inbox = Inbox.create({ ...shared, tally, observer });
  observeSources({
    metrics,
    now: Date.now,
    readHealth: () => readSourceHealth(knex, { now: Date.now(), on }),
  });
  const pollRunner = PollRunner.create({
    ...shared,
    knex,
    subjectsOf: prefix => readSubjectsFrom(knex, { prefix }),
    store: deliveries => inbox.takeAll(deliveries),
    now: Date.now,
  });
  const replayer = Replayer.create(shared);
  return { tally, inbox, pollRunner, replayer, keyOf };
}

/** See `createIntake`. */
export type Intake = ReturnType<typeof createIntake>;

/** Ids of the sources that are on. */
export function sourceIds({ sources }: Contributions): string[] {
  return [genericSource, ...sources].map(({ id }) => id);
}
