import {
  LoggerService,
  RootConfigService,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { ManifestReader, manifestList, manifestsOf } from '../manifests';
import { createHosts } from './createHosts';
import { forgetByTurns } from './forgetByTurns';
import { readByTurns } from './readByTurns';

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

/** What by the clock asks hosts what repositories are run on; where that is switched off, what was read is forgotten. */
export function createManifestTask(options: Options): {
  runtimes(signal: AbortSignal): Promise<void>;
} {
  const { config, logger, knex } = options;
  const key = 'accountability.runtimes';
  if (config.getOptionalBoolean(`${key}.enabled`) === false) {
    return { runtimes: forgetByTurns(manifestList, options) };
  }
  const { manifests, mistakes } = manifestsOf(
    config.getOptionalStringArray(`${key}.paths`) ?? [],
  );
  for (const mistake of mistakes) logger.warn(mistake);
  return {
    runtimes: readByTurns(
      onChanged =>
        ManifestReader.create({
          ...options,
          database: knex,
          hosts: createHosts(config),
          manifests,
          onChanged,
        }),
      options,
    ),
  };
}
