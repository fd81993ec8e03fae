import {
  LoggerService,
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
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
  markSubjectsDue,
  measureEvidence,
} from './assessment';
import {
  DeliverySinks,
  Inbox,
  Replayer,
  Retention,
  SourceTally,
  createIntakeRouter,
  genericSource,
  readQuietSources,
  subscribeSources,
} from './ingestion';
import { readOwnershipSettings, writeOwnerChanges } from './ownership';
import { writeRecordEvents } from './records';
import { Contributions } from './wiring/Contributions';
import { openDatabase } from './wiring/openDatabase';
import { Settings, readSettings } from './wiring/readSettings';
import { createTasks } from './wiring/createTasks';
import { scheduleTasks } from './wiring/scheduleTasks';

const dependencies = {
  auditor: coreServices.auditor,
  auth: coreServices.auth,
  catalog: catalogServiceRef,
  config: coreServices.rootConfig,
  database: coreServices.database,
  events: eventsServiceRef,
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
  const { events, lifecycle, logger, permissionsRegistry } = services;
  const knex = await openDatabase(services.database);
  const settings = readSettings(services.config);
  const judges = createJudges(services, contributions, settings);
  await loadPolicy(judges.policy, logger);
  const stop = new AbortController();
  const worker = AssessmentWorker.create({
    ...services,
    ...judges,
    readQuietSources,
    signal: stop.signal,
  });
  const shared = {
    database: knex,
    sources: contributions.sources,
    sinks,
    logger,
    onApplied: () => worker.wake(),
  };
  const tally = new SourceTally();
  const inbox = Inbox.create({ ...shared, tally });
  lifecycle.addShutdownHook(async () => {
    stop.abort();
    await inbox.settled();
    await tally.flush(knex);
  });
  permissionsRegistry.addPermissions(accountabilityPermissions);
  serve({ services, judges, settings, knex, inbox, tally, contributions });
  await subscribeSources({
    ...shared,
    events,
    inbox,
    sources: shared.sources.filter(({ id }) =>
      settings.eventSources.includes(id),
    ),
  });
  await scheduleTasks({
    ...services,
    syncInterval: settings.syncInterval,
    tasks: createTasks({
      ...services,
      knex,
      worker,
      inbox,
      tally,
      replayer: Replayer.create(shared),
      restater: Restater.create({ ...services, ...judges }),
      retention: Retention.create({ ...shared, settings: settings.retention }),
      policy: judges.policy,
      stop: stop.signal,
    }),
  });
}

/** Mounts the intake and the API. */
function serve(given: {
  services: Services;
  judges: Judges;
  settings: Settings;
  knex: Knex;
  inbox: Inbox;
  tally: SourceTally;
  contributions: Contributions;
}): void {
  const { services, judges, settings, knex, contributions } = given;
  const { config, httpRouter } = services;
  const { sources } = contributions;
  for (const path of ['/deliveries', '/openapi.json']) {
    httpRouter.addAuthPolicy({ path, allow: 'unauthenticated' });
  }
  // The intake comes first: a signature holds over the raw bytes only.
  httpRouter.use(createIntakeRouter({ ...services, ...given, sources }));
  httpRouter.use(
    createApiRouter({
      ...services,
      database: knex,
      sources: [genericSource, ...sources].map(({ id }) => id),
      past: createPastReader(knex, judges),
      serviceKinds: readOwnershipSettings(config).kinds,
      syncInterval: settings.syncIntervalInWords,
      checkAnswers: settings.checkAnswers,
      now: Date.now,
    }),
  );
}

function createJudges(
  services: Services,
  { facts }: Contributions,
  settings: Settings,
): Judges {
  const { attributionWindowMs = defaultSettings.attributionWindowMs } =
    settings;
  return {
    facts,
    settings: { attributionWindowMs },
    policy: PolicyStore.create({ ...services, facts }),
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
