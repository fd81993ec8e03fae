import {
  AuthService,
  DatabaseService,
  LoggerService,
  RootConfigService,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import { MetricsService } from '@backstage/backend-plugin-api/alpha';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { FactProvider } from 'backstage-plugin-accountability-node';
import { Knex } from 'knex';
import {
  AssessmentWorker,
  PolicyStore,
  Restater,
  markChangedDue,
  markDue,
  markSourcesDue,
} from '../assessment';
import {
  Inbox,
  PollRunner,
  Replayer,
  Retention,
  SourceTally,
  SourceWatch,
} from '../ingestion';
import { Backtester } from '../backtests';
import { KeyOf } from '../database/createKeyOf';
import { DebtCosts, OrganisationIndex } from '../organisation';
import { CatalogSync } from '../ownership';
import { createBacktestTask } from './createBacktestTask';
import { createGateTask } from './createGateTask';
import { createOwnershipTasks } from './createOwnershipTasks';
import { createReferenceTask } from './createReferenceTask';
import { createPackageTask } from './createPackageTask';
import { createManifestTask } from './createManifestTask';
import { createReportedTask } from './createReportedTask';
import { createRegressionTask } from './createRegressionTask';
import { createWeeklyTask } from './createWeeklyTask';
import { createCampaignTask } from './createCampaignTask';
import { createExemptionTask } from './createExemptionTask';
import { observePolling } from './observePolling';
import { observePruning } from './observePruning';
import { Tasks } from './schedules';

interface TaskOptions {
  auth: AuthService;
  catalog: CatalogService;
  config: RootConfigService;
  database: DatabaseService;
  logger: LoggerService;
  metrics: MetricsService;
  urlReader: UrlReaderService;
  notifications: NotificationService;
  knex: Knex;
  keyOf: KeyOf;
  worker: AssessmentWorker;
  inbox: Inbox;
  tally: SourceTally;
  replayer: Replayer;
  restater: Restater;
  retention: Retention;
  pollRunner: PollRunner;
  policy: PolicyStore;
  backtester: Backtester;
  organisation: OrganisationIndex;
  costs: DebtCosts;
  providers: readonly FactProvider[];
  /** The backend shuts down. */
  stop: AbortSignal;
}

/** What runs by the clock, tied to the rooms that do it. */
export function createTasks(options: TaskOptions): Tasks {
  const { knex, worker, inbox, tally, replayer, restater, policy } = options;
  const onPolled = observePolling(options.metrics);
  const onPruned = observePruning(options.metrics);
  const either = (signal: AbortSignal) =>
    AbortSignal.any([signal, options.stop]);
  const watch = SourceWatch.create({
    database: knex,
    onChanged: (trx, sources) =>
      markSourcesDue(trx, { sources, dueAt: Date.now() }),
  });
  return {
    catalogSync: createCatalogSync(options),
    assessmentWorker: async signal => {
      const ended = either(signal);
      // What is due now comes before closed days that are told again.
      do await worker.drain({ signal });
      while (!ended.aborted && (await restater.restateOne()));
    },
    inboxRecovery: async signal => {
      await inbox.recover({ signal: either(signal) });
    },
    replay: signal => replayer.run({ signal: either(signal) }),
    polling: async signal => {
      onPolled(await options.pollRunner.run({ signal: either(signal) }));
    },
    askedPolling: async signal => {
      const asked = { signal: either(signal), onlyAsked: true };
      onPolled(await options.pollRunner.run(asked));
    },
    organisation: signal => options.organisation.tick(either(signal)),
    sourceTally: () => tally.flush(knex),
    sourceWatch: () => watch.run({ now: Date.now() }),
    retention: async signal => {
      const ended = either(signal);
      const run = { now: Date.now(), signal: ended };
      const { forgotten: contributors, ...rows } = await options.retention.run(
        run,
      );
      onPruned({ ...rows, contributors });
    },
    policyReload: async signal => {
      const published = await policy.reload({ signal: either(signal) });
      if (published) worker.wake({ policy: true });
    },
    ...createOwnershipTasks({ ...options, wake: () => worker.wake() }),
    ...createRegressionTask(options),
    ...createWeeklyTask(options),
    ...createCampaignTask(options),
    ...createExemptionTask(options),
    ...createGateTask({ ...options, onPruned }),
    ...createBacktestTask(options),
    ...createReferenceTask({ ...options, wake: () => worker.wake() }),
    ...createPackageTask({ ...options, wake: () => worker.wake() }),
    ...createManifestTask({ ...options, wake: () => worker.wake() }),
    ...createReportedTask({ ...options, wake: () => worker.wake() }),
  };
}

function createCatalogSync(options: TaskOptions): Tasks['catalogSync'] {
  let changed = false;
  const sync = CatalogSync.create({
    ...options,
    onChanged: async (trx, entityRefs) => {
      changed = true;
      await markChangedDue(trx, { entityRefs, dueAt: Date.now() });
    },
    // Their records may be older than our knowing them.
    onRekeyed: (trx, entityRefs) =>
      markDue(trx, { entityRefs, dueAt: Date.now(), restateFrom: 0 }),
  });
  return async signal => {
    changed = false;
    await sync.run({ signal: AbortSignal.any([signal, options.stop]) });
    if (changed) options.worker.wake();
  };
}
