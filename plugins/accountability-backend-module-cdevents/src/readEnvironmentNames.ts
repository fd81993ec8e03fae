import { Config } from '@backstage/config';
import { z } from 'zod';
import { EnvironmentNames } from './renameEnvironment';

const KEY = 'accountability.sources.cdevents.environments';

const schema = z.record(z.string(), z.string().trim().min(1));

/** Reads the names of environments. Ids hold slashes and dots, which no key of a config may, so it is read as a whole. */
export function readEnvironmentNames(config: Config): EnvironmentNames {
  const read = schema.safeParse(config.getOptional(KEY) ?? {});
  if (!read.success) {
    throw new Error(`${KEY} must be texts by ids of environments`);
  }
  return new Map(
    Object.entries(read.data).map(([id, name]) => [
      id.trim().toLowerCase(),
      name,
    ]),
  );
}
