import {
  AuthService,
  LoggerService,
  RootConfigService,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { Knex } from 'knex';
import { CodeownersReader, codeownersList } from '../codeowners';
import { AttestationRequests, readAttestationSettings } from '../governance';
import { readOwnerSpans } from '../ownership';
import { createHosts } from './createHosts';
import { forgetByTurns } from './forgetByTurns';
import { notifyGroup } from './notifyGroup';
import { readByTurns } from './readByTurns';

interface Options {
  auth: AuthService;
  catalog: CatalogService;
  config: RootConfigService;
  logger: LoggerService;
  urlReader: UrlReaderService;
  notifications: NotificationService;
  knex: Knex;
  /** Has what was made due assessed at once. */
  wake(): void;
  /** The backend shuts down. */
  stop: AbortSignal;
}

type Work = (signal: AbortSignal) => Promise<void>;

/** What by the clock asks owners, and asks hosts for owners. */
export function createOwnershipTasks(options: Options): {
  attestationRequests: Work;
  codeowners: Work;
} {
  return {
    attestationRequests: createRequests(options),
    codeowners: createCodeowners(options),
  };
}

function createRequests(options: Options): Work {
  const { config, knex, logger, stop, notifications } = options;
  const notifies =
    config.getOptionalBoolean('accountability.attestation.notify') ?? true;
  const notify = notifyGroup(notifications);
  const requests = AttestationRequests.create({
    database: knex,
    settings: readAttestationSettings(config),
    readOwnerSpans,
    ask: async request => {
      if (notifies) await notify(request);
    },
  });
  return async signal => {
    const { groups, failed, because } = await requests.run({
      now: Date.now(),
      signal: AbortSignal.any([signal, stop]),
    });
    if (groups > 0) {
      logger.info(`${groups} groups are asked whether services are theirs`);
    }
    if (failed > 0) {
      logger.warn(
        `${failed} groups could not be notified of what they are to attest, which their pages show all the same; the next run tries again. Where Backstage's notifications are not installed, set accountability.attestation.notify to false. ${because}`,
      );
    }
  };
}

function createCodeowners(options: Options): Work {
  const key = 'accountability.codeowners.enabled';
  if (options.config.getOptionalBoolean(key) === false) {
    return forgetByTurns(codeownersList, options);
  }
  return readByTurns(
    onChanged =>
      CodeownersReader.create({
        ...options,
        database: options.knex,
        hosts: createHosts(options.config),
        onChanged,
      }),
    options,
  );
}
