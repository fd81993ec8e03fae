import {
  LoggerService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { Knex } from 'knex';
import { PolicyStore } from '../assessment';
import { RegressionDigests, readTellingSettings } from '../telling';
import { findCheckOf } from './findCheckOf';
import { notifyRegressions } from './notifyRegressions';

interface Options {
  config: RootConfigService;
  knex: Knex;
  logger: LoggerService;
  notifications: NotificationService;
  policy: Pick<PolicyStore, 'current'>;
  /** The backend shuts down. */
  stop: AbortSignal;
  /** Epoch milliseconds; for tests. */
  now?: () => number;
}

/** What tells groups by the clock of what turned to fail. Throws where its configuration cannot be read. */
export function createRegressionTask(options: Options): {
  regressions: (signal: AbortSignal) => Promise<void>;
} {
  const { config, knex, logger, notifications, policy, stop } = options;
  const now = options.now ?? Date.now;
  const { notify, quietMs } = readTellingSettings(config);
  const digests = RegressionDigests.create({
    database: knex,
    quietMs,
    // Only what is enforced is told: the rest holds nothing back.
    readChecks: async () =>
      findCheckOf(await policy.current(), now(), ['enforce']),
    send: notifyRegressions(notifications),
  });
  return {
    regressions: async signal => {
      if (!notify) return;
      const { owners, failed, because } = await digests.run({
        now: now(),
        signal: AbortSignal.any([signal, stop]),
      });
      if (owners > 0) {
        logger.info(`${owners} groups are told which checks fail now`);
      }
      if (failed > 0) {
        logger.warn(
          `${failed} groups could not be notified of checks that fail now, which their pages show all the same; it is tried again. Where Backstage's notifications are not installed, set accountability.regressions.notify to false. ${because}`,
        );
      }
    },
  };
}
