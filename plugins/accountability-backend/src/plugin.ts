import {
  LoggerService,
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { accountabilityPermissions } from 'backstage-plugin-accountability-common';
import {
  AssessSettings,
  FactDefinition,
  builtInFacts,
  defaultSettings,
} from 'backstage-plugin-accountability-engine';
import {
  factsExtensionPoint,
  sourcesExtensionPoint,
} from 'backstage-plugin-accountability-node';
import { Knex } from 'knex';
import { PastReader, createApiRouter } from './api';
import {
  AssessmentWorker,
  PolicyStore,
  Restater,
  assessAt,
  markDue,
  markSourcesDue,
  markSubjectsDue,
  measureEvidence,
} from './assessment';
import {
  DeliverySinks,
  Inbox,
  SourceTally,
  SourceWatch,
  createIntakeRouter,
  genericSource,
  readQuietSources,
} from './ingestion';
import {
  CatalogSync,
  readOwnershipSettings,
  writeOwnerChanges,
} from './ownership';
import { writeRecordEvents } from './records';
import { Contributions } from './wiring/Contributions';
import { openDatabase } from './wiring/openDatabase';
import { Settings, readSettings } from './wiring/readSettings';
import { Tasks, scheduleTasks } from './wiring/scheduleTasks';

const dependencies = {
  auditor: coreServices.auditor,
  auth: coreServices.auth,
  catalog: catalogServiceRef,
  config: coreServices.rootConfig,
  database: coreServices.database,
  httpAuth: coreServices.httpAuth,
  httpRouter: coreServices.httpRouter,
  lifecycle: coreServices.lifecycle,
  logger: coreServices.logger,
  permissions: coreServices.permissions,
  permissionsRegistry: coreServices.permissionsRegistry,
  scheduler: coreServices.scheduler,
};

type Services = {
  [K in keyof typeof dependencies]: (typeof dependencies)[K]['T'];
};

/** What judges: facts, settings and the policy store. */
interface Judges {
  facts: readonly FactDefinition[];
  settings: AssessSettings;
  policy: PolicyStore;
}

/** Where the parts of deliveries go. */
const sinks: DeliverySinks = {
  writeRecordEvents,
  writeOwnerChanges,
  markSubjectsDue,
  markDue,
};

/**
 * Accountability: takes deliveries in, keeps records, follows ownership,
 * assesses services and serves the API.
 */
export const accountabilityPlugin = createBackendPlugin({
  pluginId: 'accountability',
  register(env) {
    const contributions = new Contributions(builtInFacts);
    env.registerExtensionPoint({
      extensionPoint: sourcesExtensionPoint,
      factory: context =>
        contributions.sourcesFor(context.reportModuleStartupFailure),
    });
    env.registerExtensionPoint({
      extensionPoint: factsExtensionPoint,
      factory: context =>
        contributions.factsFor(context.reportModuleStartupFailure),
    });
    env.registerInit({
      deps: dependencies,
      init: services => start(services, contributions),
    });
  },
});

async function start(
  services: Services,
  contributions: Contributions,
): Promise<void> {
  const { config, httpRouter, lifecycle, logger } = services;
  const knex = await openDatabase(services.database);
  const settings = readSettings(config);
  const judges = createJudges(services, {
    facts: contributions.facts,
    settings,
  });
  await loadPolicy(judges.policy, logger);
  const stop = new AbortController();
  lifecycle.addShutdownHook(() => stop.abort());
  const worker = AssessmentWorker.create({
    ...services,
    ...judges,
    readQuietSources,
    signal: stop.signal,
  });

  const tally = new SourceTally();
  const inbox = Inbox.create({
    tally,
    database: knex,
    sources: contributions.sources,
    sinks,
    logger,
    onApplied: () => worker.wake(),
  });

  services.permissionsRegistry.addPermissions(accountabilityPermissions);
  for (const path of ['/deliveries', '/openapi.json']) {
    httpRouter.addAuthPolicy({ path, allow: 'unauthenticated' });
  }
  // The intake comes first: a signature holds over the raw bytes only.
  httpRouter.use(
    createIntakeRouter({
      ...services,
      sources: contributions.sources,
      inbox,
      tally,
    }),
  );
  httpRouter.use(
    createApiRouter({
      ...services,
      database: knex,
      sources: [genericSource, ...contributions.sources].map(({ id }) => id),
      past: createPastReader(knex, judges),
      serviceKinds: readOwnershipSettings(config).kinds,
      syncInterval: settings.syncIntervalInWords,
      checkAnswers: settings.checkAnswers,
      now: Date.now,
    }),
  );
  await scheduleTasks({
    ...services,
    syncInterval: settings.syncInterval,
    tasks: createTasks(services, {
      knex,
      worker,
      inbox,
      tally,
      restater: Restater.create({ ...services, ...judges }),
      policy: judges.policy,
      stop,
    }),
  });
}

function createJudges(
  services: Services,
  given: { facts: readonly FactDefinition[]; settings: Settings },
): Judges {
  const { attributionWindowMs = defaultSettings.attributionWindowMs } =
    given.settings;
  return {
    facts: given.facts,
    settings: { attributionWindowMs },
    policy: PolicyStore.create({ ...services, facts: given.facts }),
  };
}

/** Scorecards that cannot be read must not keep deliveries from being taken. */
async function loadPolicy(
  policy: PolicyStore,
  logger: LoggerService,
): Promise<void> {
  try {
    await policy.reload();
  } catch (error) {
    logger.error(
      'The scorecards could not be read; the last good policy stays in force',
      error instanceof Error ? error : undefined,
    );
  }
}

function createPastReader(knex: Knex, judges: Judges): PastReader {
  return {
    assessAt: options => assessAt(knex, { ...judges, ...options }),
    measureEvidence: options =>
      measureEvidence(knex, { ...judges, ...options }),
  };
}

function createTasks(
  services: Services,
  given: {
    knex: Knex;
    worker: AssessmentWorker;
    inbox: Inbox;
    tally: SourceTally;
    restater: Restater;
    policy: PolicyStore;
    stop: AbortController;
  },
): Tasks {
  const { knex, worker, inbox, tally, restater, policy, stop } = given;
  let changed = false;
  const ended = (signal: AbortSignal) => signal.aborted || stop.signal.aborted;
  const sync = CatalogSync.create({
    ...services,
    onChanged: async (trx, entityRefs) => {
      changed = true;
      await markDue(trx, { entityRefs, dueAt: Date.now() });
    },
    // Their records may be older than our knowing them.
    onRekeyed: (trx, entityRefs) =>
      markDue(trx, { entityRefs, dueAt: Date.now(), restateFrom: 0 }),
  });
  const watch = SourceWatch.create({
    database: knex,
    onChanged: (trx, sources) =>
      markSourcesDue(trx, { sources, dueAt: Date.now() }),
  });
  return {
    catalogSync: async signal => {
      changed = false;
      await sync.run({ signal: AbortSignal.any([signal, stop.signal]) });
      if (changed) worker.wake();
    },
    assessmentWorker: async signal => {
      // What is due now comes before closed days that are told again.
      do await worker.drain({ signal });
      while (!ended(signal) && (await restater.restateOne()));
    },
    inboxRecovery: async signal => {
      await inbox.recover({ signal: AbortSignal.any([signal, stop.signal]) });
    },
    sourceTally: () => tally.flush(knex),
    sourceWatch: () => watch.run({ now: Date.now() }),
    policyReload: () => policy.reload(),
  };
}
