import {
  LoggerService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { pruneDecisions, readGateSettings } from '../gates';
import { Tasks } from './schedules';

/** Drops decisions of gates that are kept no longer. */
export function createGateTask(options: {
  config: RootConfigService;
  knex: Knex;
  logger: LoggerService;
  /** Told how many decisions a run dropped. */
  onPruned(pruned: { decisions: number }): void;
  /** The backend shuts down. */
  stop: AbortSignal;
}): Pick<Tasks, 'gateRetention'> {
  const { config, knex, logger, onPruned, stop } = options;
  const { keepDecisionsMs: keepMs } = readGateSettings(config);
  return {
    gateRetention: async signal => {
      const pruned = await pruneDecisions(knex, {
        now: Date.now(),
        keepMs,
        signal: AbortSignal.any([signal, stop]),
      });
      onPruned({ decisions: pruned });
      if (pruned > 0) logger.info(`Dropped ${pruned} old decisions of gates`);
    },
  };
}
