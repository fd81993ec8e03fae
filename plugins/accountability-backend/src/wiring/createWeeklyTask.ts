import {
  LoggerService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { readAttestationSettings } from '../governance';
import { WeeklyDigests } from '../telling';
import { gatherWeek, WeekSources } from './gatherWeek';
import { notifyWeekly } from './notifyWeekly';

type Options = Omit<WeekSources, 'attestation'> & {
  config: RootConfigService;
  logger: LoggerService;
  notifications: NotificationService;
  /** The backend shuts down. */
  stop: AbortSignal;
  /** Epoch milliseconds; for tests. */
  now?: () => number;
};

const key = 'accountability.digest.weekly';

/** What tells groups their week by the clock. Throws where its configuration cannot be read. */
export function createWeeklyTask(options: Options): {
  weeklyDigests: (signal: AbortSignal) => Promise<void>;
} {
  const { config, knex, logger, notifications, stop } = options;
  const tells = config.getOptionalBoolean(key) ?? true;
  const attestation = readAttestationSettings(config);
  const digests = new WeeklyDigests({
    database: knex,
    gather: gatherWeek({ ...options, attestation }),
    send: notifyWeekly(notifications),
  });
  return {
    weeklyDigests: async signal => {
      if (!tells) return;
      const { owners, failed, because } = await digests.run({
        now: (options.now ?? Date.now)(),
        signal: AbortSignal.any([signal, stop]),
      });
      if (owners > 0) logger.info(`${owners} groups are told their week`);
      if (failed > 0) {
        logger.warn(
          `${failed} groups could not be told their week, which their pages show all the same; it is tried again. Where Backstage's notifications are not installed, set ${key} to false. ${because}`,
        );
      }
    },
  };
}
