import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  actionsRegistryServiceRef,
  metricsServiceRef,
  tracingServiceRef,
} from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import { accountabilityPermissions } from 'backstage-plugin-accountability-common';
import { builtInFacts } from 'backstage-plugin-accountability-engine';
import {
  factProvidersExtensionPoint,
  factsExtensionPoint,
  policyEnginesExtensionPoint,
  pollersExtensionPoint,
  sourcesExtensionPoint,
} from 'backstage-plugin-accountability-node';
import { Knex } from 'knex';
import { registerActions } from './actions';
import { ApiContext, answerSafely, createApiRouter, readJson } from './api';
import { AssessmentWorker, Restater, readPolicySettings } from './assessment';
import {
  Retention,
  createIntakeRouter,
  readIntakeLimits,
  subscribeSources,
} from './ingestion';
import { Backtester } from './backtests';
import { readOwnershipSettings } from './ownership';
import { readAttestationSettings, readExemptionSettings } from './governance';
import { Contributions } from './wiring/Contributions';
import { openDatabase } from './wiring/openDatabase';
import { readReferences } from './wiring/readReferences';
import { Settings, readSettings } from './wiring/readSettings';
import { Judges, createJudges, createPastReader } from './wiring/createJudges';
import { createContributorKeys } from './wiring/createContributorKeys';
import { Intake, createIntake, sourceIds } from './wiring/createIntake';
import { createBacktester } from './wiring/createBacktester';
import { createCatalogReader } from './wiring/createCatalogReader';
import { createGates } from './wiring/createGates';
import { createOrganisation } from './wiring/createOrganisation';
import { observeGates } from './wiring/observeGates';
import { observePool } from './wiring/observePool';
import { observeStanding } from './wiring/observeStanding';
import { observeTasks } from './wiring/observeTasks';
import { createTasks } from './wiring/createTasks';
import { createWorker } from './wiring/createWorker';
import { scheduleTasks } from './wiring/scheduleTasks';
import { warnOfMistakes } from './wiring/warnOfMistakes';

const dependencies = {
  actionsRegistry: actionsRegistryServiceRef,
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
  metrics: metricsServiceRef,
  notifications: notificationService,
  permissions: coreServices.permissions,
  permissionsRegistry: coreServices.permissionsRegistry,
  scheduler: coreServices.scheduler,
  signals: signalsServiceRef,
  tracing: tracingServiceRef,
  urlReader: coreServices.urlReader,
  userInfo: coreServices.userInfo,
};

type Services = {
  [K in keyof typeof dependencies]: (typeof dependencies)[K]['T'];
};

/**
 * Accountability: takes deliveries in, keeps records, follows ownership,
 * assesses services and serves the API.
 */
export const accountabilityPlugin = createBackendPlugin({
  pluginId: 'accountability',
  register(env) {
    const contributions = new Contributions(builtInFacts);
    env.registerExtensionPoint(
      sourcesExtensionPoint,
      contributions.sourcesPoint,
    );
    env.registerExtensionPoint(factsExtensionPoint, contributions.factsPoint);
    env.registerExtensionPoint(
      pollersExtensionPoint,
      contributions.pollersPoint,
    );
    env.registerExtensionPoint(
      policyEnginesExtensionPoint,
      contributions.enginesPoint,
    );
    env.registerExtensionPoint(
      factProvidersExtensionPoint,
      contributions.providersPoint,
    );
    env.registerInit({
      deps: dependencies,
      init: services => start(services, contributions),
    });
  },
});

/** What the plugin is made of, once it is there. */
type Parts = {
  services: Services;
  judges: Judges;
  settings: Settings;
  knex: Knex;
  intake: Intake;
  contributions: Contributions;
  worker: AssessmentWorker;
  backtester: Backtester;
} & ReturnType<typeof createOrganisation>;

async function start(
  services: Services,
  contributions: Contributions,
): Promise<void> {
  const { config, lifecycle, logger } = services;
  warnOfMistakes({ config, contributions }).forEach(trouble =>
    logger.warn(trouble),
  );
  const knex = await openDatabase(services.database);
  const settings = readSettings(config);
  const keyOf = await createContributorKeys(knex, settings);
  const judges = await createJudges(services, contributions, settings);
  const stop = new AbortController();
  const worker = createWorker(services, judges, stop.signal);
  const given = { services, contributions, settings, knex, keyOf, worker };
  const ran = { services, judges, knex, stop: stop.signal };
  const backtester = createBacktester(ran);
  const standing = createOrganisation({ ...services, database: knex, judges });
  const intake = createIntake(given);
  const { inbox, tally } = intake;
  lifecycle.addShutdownHook(async () => {
    stop.abort();
    await inbox.settled();
    await tally.flush(knex);
  });
  services.permissionsRegistry.addPermissions(accountabilityPermissions);
  const parts = { ...given, ...standing, judges, intake, backtester };
  serve(parts);
  await subscribeSources({
    ...services,
    ...intake,
    sources: contributions.sources.filter(({ id }) =>
      settings.eventSources.includes(id),
    ),
  });
  await schedule({ ...parts, stop: stop.signal });
}

/** Hands the scheduler what runs by the clock. */
async function schedule(given: Parts & { stop: AbortSignal }): Promise<void> {
  const { services, judges, settings, knex, intake } = given;
  await scheduleTasks({
    ...services,
    syncInterval: settings.syncInterval,
    policyInterval: readPolicySettings(services.config).every,
    observed: observeTasks(services),
    tasks: createTasks({
      ...services,
      ...intake,
      ...given,
      restater: Restater.create({
        ...services,
        ...judges,
        giveWay: () => intake.inbox.giveWay(),
      }),
      retention: Retention.create({
        ...services,
        database: knex,
        settings: settings.retention,
      }),
      policy: judges.policy,
      providers: given.contributions.providers,
    }),
  });
}

/** Mounts the intake and the API. */
function serve(given: Parts): void {
  const { services, judges, settings, knex, contributions } = given;
  const { config, httpRouter } = services;
  const { sources } = contributions;
  const references = readReferences(config);
  for (const path of ['/deliveries', '/openapi.json']) {
    httpRouter.addAuthPolicy({ path, allow: 'unauthenticated' });
  }
  const limits = readIntakeLimits(config);
  const api: ApiContext = {
    ...services,
    catalog: createCatalogReader(services),
    database: knex,
    sources: sourceIds(contributions),
    references,
    attestation: readAttestationSettings(config),
    exemptions: readExemptionSettings(config),
    past: createPastReader(knex, judges),
    policy: judges.policy,
    gates: createGates(services, knex, judges),
    organisation: given.organisation,
    costs: given.costs,
    ...observeGates(services),
    wake: () => given.worker.wake(),
    wakeBacktests: () => given.backtester.wake(),
    serviceKinds: readOwnershipSettings(config).kinds,
    syncInterval: settings.syncIntervalInWords,
    checkAnswers: settings.checkAnswers,
    now: Date.now,
  };
  httpRouter.use(
    answerSafely(services.logger, [
      // The intake comes first: a signature holds over the raw bytes only.
      createIntakeRouter({ ...services, ...given.intake, sources, limits }),
      readJson,
      createApiRouter(api),
    ]),
  );
  observeStanding({ ...services, ...judges, knex, references });
  observePool(services.metrics, knex);
  registerActions({
    registry: services.actionsRegistry,
    auth: services.auth,
    api,
    facts: [...judges.facts, ...judges.reportedFacts],
  });
}
