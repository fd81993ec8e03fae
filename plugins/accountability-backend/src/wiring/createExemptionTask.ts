import {
  LoggerService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { Knex } from 'knex';
import { ExemptionNotices, readExemptionSettings } from '../governance';
import { notifyOfExemptions } from './notifyOfExemptions';

interface Options {
  config: RootConfigService;
  knex: Knex;
  logger: LoggerService;
  notifications: NotificationService;
  /** The backend shuts down. */
  stop: AbortSignal;
  /** Epoch milliseconds; for tests. */
  now?: () => number;
}

/** What tells people of exemptions by the clock. Throws where its configuration cannot be read. */
export function createExemptionTask(options: Options): {
  exemptionNotices: (signal: AbortSignal) => Promise<void>;
} {
  const { config, knex, logger, notifications, stop } = options;
  const settings = readExemptionSettings(config);
  const notices = ExemptionNotices.create({
    database: knex,
    settings,
    tell: notifyOfExemptions(notifications),
  });
  return {
    exemptionNotices: async signal => {
      if (!settings.notify) return;
      const { sent, failed, because } = await notices.run({
        now: (options.now ?? Date.now)(),
        signal: AbortSignal.any([signal, stop]),
      });
      if (sent > 0) logger.info(`${sent} notifications tell of exemptions`);
      if (failed > 0) {
        logger.warn(
          `${failed} notifications of exemptions, which the page of exemptions shows all the same, did not go through and are tried again in ten minutes. Where Backstage's notifications are not installed, set accountability.exemptions.notify to false. ${because}`,
        );
      }
    },
  };
}
