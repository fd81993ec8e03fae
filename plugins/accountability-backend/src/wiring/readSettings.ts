import { Config, readDurationFromConfig } from '@backstage/config';
import { HumanDuration, durationToMilliseconds } from '@backstage/types';
import { Duration } from 'luxon';

/** Settings that are of no single room. */
export interface Settings {
  /** How often the catalog is read. */
  syncInterval: HumanDuration;
  /** The same in words: `2 minutes`. */
  syncIntervalInWords: string;
  /** W of the temporal rung, milliseconds; absent is the default. */
  attributionWindowMs?: number;
  /** Whether an answer that the OpenAPI document does not allow becomes an error. */
  checkAnswers: boolean;
}

const defaultSyncInterval: HumanDuration = { minutes: 2 };

/** Reads `accountability` of the configuration; throws where a duration cannot be read. */
export function readSettings(config: Config): Settings {
  const syncInterval =
    readOptionalDuration(config, 'accountability.ownership.syncInterval') ??
    defaultSyncInterval;
  const window = readOptionalDuration(
    config,
    'accountability.attribution.window',
  );
  return {
    syncInterval,
    syncIntervalInWords: Duration.fromObject(syncInterval, {
      locale: 'en-US',
    }).toHuman(),
    checkAnswers:
      config.getOptionalBoolean('accountability.api.checkAnswers') ?? false,
    attributionWindowMs: window && durationToMilliseconds(window),
  };
}

function readOptionalDuration(
  config: Config,
  key: string,
): HumanDuration | undefined {
  return config.has(key) ? readDurationFromConfig(config, { key }) : undefined;
}
