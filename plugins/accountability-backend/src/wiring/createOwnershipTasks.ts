import {
  AuthService,
  LoggerService,
  RootConfigService,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { Knex } from 'knex';
import { markDue } from '../assessment';
import { CodeownersReader } from '../codeowners';
import { AttestationRequests, readAttestationSettings } from '../governance';
import { readEntityRefsOfSubjects, readOwnerSpans } from '../ownership';
import { createHosts } from './createHosts';

interface Options {
  auth: AuthService;
  catalog: CatalogService;
  config: RootConfigService;
  logger: LoggerService;
  urlReader: UrlReaderService;
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
  const { knex, logger, stop } = options;
  const requests = AttestationRequests.create({
    database: knex,
    settings: readAttestationSettings(options.config),
    readOwnerSpans,
    ask: ({ owner, services }) =>
      logger.info(
        `${owner} is asked to attest ${services
          .map(({ entityRef }) => entityRef)
          .join(', ')}`,
      ),
  });
  return {
    attestationRequests: async signal => {
      await requests.run({
        now: Date.now(),
        signal: AbortSignal.any([signal, stop]),
      });
    },
    codeowners: createCodeowners(options),
  };
}

function createCodeowners(options: Options): Work {
  const key = 'accountability.codeowners.enabled';
  if (options.config.getOptionalBoolean(key) === false) return async () => {};
  let changed = false;
  const reader = CodeownersReader.create({
    ...options,
    database: options.knex,
    hosts: createHosts(options.config),
    onChanged: async (trx, subjects) => {
      const refs = await readEntityRefsOfSubjects(trx, { subjects });
      const entityRefs = [...refs.values()].flat();
      await markDue(trx, { entityRefs, dueAt: Date.now() });
      changed = true;
    },
  });
  return async signal => {
    changed = false;
    await reader.run({ signal: AbortSignal.any([signal, options.stop]) });
    if (changed) options.wake();
  };
}
