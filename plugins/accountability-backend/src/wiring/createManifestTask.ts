import {
  LoggerService,
  RootConfigService,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { markDue } from '../assessment';
import { ManifestReader, manifestsOf } from '../manifests';
import { readEntityRefsOfSubjects } from '../ownership';
import { createHosts } from './createHosts';

interface Options {
  config: RootConfigService;
  logger: LoggerService;
  urlReader: UrlReaderService;
  knex: Knex;
  /** Has what was made due assessed at once. */
  wake(): void;
  /** The backend shuts down. */
  stop: AbortSignal;
}

/** What by the clock asks hosts what repositories are run on; nothing where that is switched off. */
export function createManifestTask(options: Options): {
  runtimes(signal: AbortSignal): Promise<void>;
} {
  const { config, logger, knex } = options;
  const key = 'accountability.runtimes';
  if (config.getOptionalBoolean(`${key}.enabled`) === false) {
    return { runtimes: async () => {} };
  }
  const { manifests, mistakes } = manifestsOf(
    config.getOptionalStringArray(`${key}.paths`) ?? [],
  );
  for (const mistake of mistakes) logger.warn(mistake);
  let changed = false;
  const reader = ManifestReader.create({
    ...options,
    database: knex,
    hosts: createHosts(config),
    manifests,
    onChanged: async (trx, subjects) => {
      const refs = await readEntityRefsOfSubjects(trx, { subjects });
      const entityRefs = [...refs.values()].flat();
      await markDue(trx, { entityRefs, dueAt: Date.now() });
      changed = true;
    },
  });
  return {
    runtimes: async signal => {
      changed = false;
      await reader.run({ signal: AbortSignal.any([signal, options.stop]) });
      if (changed) options.wake();
    },
  };
}
