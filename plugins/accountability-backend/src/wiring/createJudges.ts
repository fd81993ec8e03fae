import {
  AuthService,
  DatabaseService,
  LoggerService,
  RootConfigService,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import {
  FactDefinition,
  ReportedFact,
} from 'backstage-plugin-accountability-engine';
import { AskedEngine } from 'backstage-plugin-accountability-node';
import { Knex } from 'knex';
import { PastReader } from '../api';
import {
  JudgeSettings,
  PolicyStore,
  assessAt,
  calibrateWindow,
  measureEvidence,
  placeDeployment,
  previewCause,
  readChanges,
  readMetric,
} from '../assessment';
import { readQuietSources } from '../ingestion';
import { toReportedFacts } from '../reported';
import { Contributions } from './Contributions';
import { Settings } from './readSettings';

/** What judges: facts, settings and the policy store. */
export interface Judges {
  facts: readonly FactDefinition[];
  /** Facts that others measure. */
  reportedFacts: readonly ReportedFact[];
  /** Whom rules of other engines are asked of. */
  engines: readonly AskedEngine[];
  settings: JudgeSettings;
  policy: PolicyStore;
}

interface Services {
  auth: AuthService;
  config: RootConfigService;
  database: DatabaseService;
  logger: LoggerService;
  urlReader: UrlReaderService;
}

/** Ties the facts to the policy in force, which is read for the first time. */
export async function createJudges(
  services: Services,
  { facts, engines, providers }: Contributions,
  settings: Settings,
): Promise<Judges> {
  const reportedFacts = toReportedFacts(providers);
  const policy = PolicyStore.create({
    ...services,
    facts: [...facts, ...reportedFacts],
  });
  await loadPolicy(policy, services.logger);
  return {
    facts,
    reportedFacts,
    engines,
    settings: settings.assessment,
    policy,
  };
}

/** Scorecards that cannot be read must not keep deliveries from being taken. */
async function loadPolicy(
  policy: PolicyStore,
  logger: LoggerService,
): Promise<void> {
  try {
    // Addresses are read by the clock: nothing that starts waits for a host.
    await policy.reload({ urls: false });
  } catch (error) {
    logger.error(
      'The scorecards could not be read; the last good policy stays in force',
      error instanceof Error ? error : undefined,
    );
  }
}

/** Reads the past with the facts and policy in force. */
export function createPastReader(knex: Knex, judges: Judges): PastReader {
  return {
    assessAt: options => assessAt(knex, { ...judges, ...options }),
    measureEvidence: options =>
      measureEvidence(knex, { ...judges, ...options }),
    readMetric: options => readMetric(knex, { ...judges, ...options }),
    previewCause: async options =>
      previewCause(knex, {
        ...judges,
        ...options,
        quiet: await readQuietSources(knex),
      }),
    calibrateWindow: options =>
      calibrateWindow(knex, { ...judges, ...options }),
    readChanges: options => readChanges(knex, { ...judges, ...options }),
    placeDeployment: options =>
      placeDeployment(knex, { ...judges, ...options }),
  };
}
