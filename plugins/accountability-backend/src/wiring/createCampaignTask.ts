import {
  LoggerService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { Knex } from 'knex';
import { CampaignReminders } from '../telling';
import { notifyCampaigns } from './notifyCampaigns';

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

const key = 'accountability.campaigns.notify';

/** What reminds owners of campaigns by the clock. Throws where its configuration cannot be read. */
export function createCampaignTask(options: Options): {
  campaignReminders: (signal: AbortSignal) => Promise<void>;
} {
  const { config, knex, logger, notifications, stop } = options;
  const notifies = config.getOptionalBoolean(key) ?? true;
  const reminders = CampaignReminders.create({
    database: knex,
    send: notifyCampaigns(notifications),
  });
  return {
    campaignReminders: async signal => {
      if (!notifies) return;
      const { owners, failed, because } = await reminders.run({
        now: (options.now ?? Date.now)(),
        signal: AbortSignal.any([signal, stop]),
      });
      if (owners > 0) {
        logger.info(`${owners} owners are reminded of campaigns`);
      }
      if (failed > 0) {
        logger.warn(
          `${failed} owners could not be notified of what campaigns have left for them, which the pages of these show all the same; the next run tries again. Where Backstage's notifications are not installed, set ${key} to false. ${because}`,
        );
      }
    },
  };
}
