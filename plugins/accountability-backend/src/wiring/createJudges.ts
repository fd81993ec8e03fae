import {
  AuthService,
  DatabaseService,
  LoggerService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import { FactDefinition } from 'backstage-plugin-accountability-engine';
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
import { Contributions } from './Contributions';
import { Settings } from './readSettings';

/** What judges: facts, settings and the policy store. */
export interface Judges {
  facts: readonly FactDefinition[];
  settings: JudgeSettings;
  policy: PolicyStore;
}

interface Services {
  auth: AuthService;
  config: RootConfigService;
  database: DatabaseService;
  logger: LoggerService;
}

/** Ties the facts to the policy in force, which is read for the first time. */
export async function createJudges(
  services: Services,
  { facts }: Contributions,
  settings: Settings,
): Promise<Judges> {
  const policy = PolicyStore.create({ ...services, facts });
  await loadPolicy(policy, services.logger);
  return { facts, settings: settings.assessment, policy };
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
