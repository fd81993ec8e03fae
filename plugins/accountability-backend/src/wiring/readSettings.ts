import { Config, readDurationFromConfig } from '@backstage/config';
import { HumanDuration, durationToMilliseconds } from '@backstage/types';
import { InputError } from '@backstage/errors';
import { Duration } from 'luxon';
import { JudgeSettings } from '../assessment';
import { RetentionSettings } from '../ingestion';
import { readAttribution } from './readAttribution';

/** Settings that are of no single room. */
export interface Settings {
  /** How often the catalog is read. */
  syncInterval: HumanDuration;
  /** The same in words: `2 minutes`. */
  syncIntervalInWords: string;
  /** How causes are sought. */
  assessment: JudgeSettings;
  /** Of the keys of contributors; one is made where none is configured. */
  contributorSecret?: string;
  retention: RetentionSettings;
  /** Sources that are also fed from Backstage's events service. */
  eventSources: string[];
  /** Whether an answer that the OpenAPI document does not allow becomes an error. */
  checkAnswers: boolean;
}

const MIN_GROUP_SIZE = {
  key: 'accountability.privacy.minGroupSize',
  usual: 5,
  least: 3,
};
const CONTRIBUTOR_DAYS = {
  key: 'accountability.retention.contributorDays',
  usual: 180,
  least: 30,
};
const SHORTEST_SECRET = 16;

const defaultSyncInterval: HumanDuration = { minutes: 2 };

/** Reads `accountability` of the configuration; throws where a duration cannot be read. */
export function readSettings(config: Config): Settings {
  const syncInterval =
    readOptionalDuration(config, 'accountability.ownership.syncInterval') ??
    defaultSyncInterval;
  return {
    syncInterval,
    syncIntervalInWords: Duration.fromObject(syncInterval, {
      locale: 'en-US',
    }).toHuman(),
    retention: readRetention(config),
    eventSources:
      config.getOptionalStringArray('accountability.events.sources') ?? [],
    checkAnswers:
      config.getOptionalBoolean('accountability.api.checkAnswers') ?? false,
    assessment: {
      ...readAttribution(config),
      leastPeople: readWhole(config, MIN_GROUP_SIZE),
    },
    contributorSecret: readSecret(config),
  };
}

function readSecret(config: Config): string | undefined {
  const key = 'accountability.privacy.contributorSecret';
  const secret = config.getOptionalString(key);
  if (secret !== undefined && secret.length < SHORTEST_SECRET) {
    throw new InputError(
      `${key} must have at least ${SHORTEST_SECRET} characters; leave it out and one is made`,
    );
  }
  return secret;
}

function readWhole(
  config: Config,
  { key, usual, least }: { key: string; usual: number; least: number },
): number {
  const given = config.getOptionalNumber(key) ?? usual;
  if (!Number.isInteger(given) || given < least) {
    throw new InputError(`${key} must be a whole number from ${least} on`);
  }
  return given;
}

/** The look-back of the built-in facts and of trends: less would take from facts what they count. */
const LEAST_RECORDS_KEPT: HumanDuration = { days: 400 };
const defaultRetention = {
  bodies: { days: 30 },
  deliveries: { days: 400 },
} satisfies Record<string, HumanDuration>;

function readRetention(config: Config): RetentionSettings {
  const kept = (name: string) =>
    readOptionalDuration(config, `accountability.retention.${name}`);
  const records = kept('records');
  const least = durationToMilliseconds(LEAST_RECORDS_KEPT);
  if (records && durationToMilliseconds(records) < least) {
    throw new InputError(
      'accountability.retention.records must be at least 400 days: facts, trends and the past are told from records; leave it out to keep them for good',
    );
  }
  return {
    bodies: durationToMilliseconds(kept('bodies') ?? defaultRetention.bodies),
    deliveries: durationToMilliseconds(
      kept('deliveries') ?? defaultRetention.deliveries,
    ),
    records: records && durationToMilliseconds(records),
    contributors: durationToMilliseconds({
      days: readWhole(config, CONTRIBUTOR_DAYS),
    }),
  };
}

function readOptionalDuration(
  config: Config,
  key: string,
): HumanDuration | undefined {
  return config.has(key) ? readDurationFromConfig(config, { key }) : undefined;
}
