import {
  LoggerService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { ListLoader, readConcerned, readListSettings } from '../reference';
import { markSpread } from './markSpread';

interface Options {
  config: RootConfigService;
  logger: LoggerService;
  knex: Knex;
  /** Has what was made due assessed at once. */
  wake(): void;
  /** The backend shuts down. */
  stop: AbortSignal;
  /** Epoch milliseconds; for tests. */
  now?: () => number;
}

/** What loads public lists by the clock. Throws where the configuration of one cannot be read. */
export function createReferenceTask(options: Options): {
  referenceLists: (signal: AbortSignal) => Promise<void>;
} {
  const now = options.now ?? Date.now;
  const loader = ListLoader.create({
    ...options,
    database: options.knex,
    settings: readListSettings(options.config),
    onChanged: async (trx, name) => {
      const refs = await readConcerned(trx, { name, now: now() });
      await markSpread(trx, { entityRefs: refs, now: now() });
    },
  });
  return {
    referenceLists: async signal => {
      const changed = await loader.run({
        signal: AbortSignal.any([signal, options.stop]),
      });
      if (changed.length > 0) options.wake();
    },
  };
}
