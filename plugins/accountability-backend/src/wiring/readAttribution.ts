import { Config, readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';
import {
  AssessSettings,
  AttributionProfile,
  defaultSettings,
  profiles,
} from 'backstage-plugin-accountability-engine';

const KEY = 'accountability.attribution';

/** What a profile lets be chosen, each with the words it may have. */
const choices = {
  scope: ['service', 'system', 'project', 'project-or-system', 'owner'],
  anchor: ['started', 'finished'],
  comparator: ['before', 'at-or-before'],
  incidentFrom: ['impact', 'opened'],
  results: ['reached', 'success'],
  bursts: ['apart', 'charged'],
  denominator: ['changes', 'deployments'],
} as const;

type Choices = {
  [K in keyof typeof choices]?: (typeof choices)[K][number];
};

/**
 * Reads `accountability.attribution`: a named profile, and what is to be
 * different from it. Throws, with the key and what may stand there, where it
 * cannot be meant so.
 */
export function readAttribution(config: Config): AssessSettings {
  const block = config.getOptionalConfig(KEY);
  if (!block) return defaultSettings;
  const base = readProfile(block);
  const chosen = readChoices(block);
  const changed =
    Object.values(chosen).some(value => value !== undefined) ||
    block.has('window');
  return {
    attribution: {
      ...base,
      ...chosen,
      ...(block.has('window') && { windowMs: readWindow(config) }),
      name:
        changed && base.name !== 'default'
          ? `${base.name}, changed`
          : base.name,
    },
    hotfixTitle: readPattern(block) ?? defaultSettings.hotfixTitle,
  };
}

function readWindow(config: Config): number {
  const key = `${KEY}.window`;
  const windowMs = durationToMilliseconds(
    readDurationFromConfig(config, { key }),
  );
  if (windowMs > 0) return windowMs;
  throw new InputError(`${key} must be longer than nothing, such as 24 hours`);
}

function readProfile(block: Config): AttributionProfile {
  const names = ['default', 'devlake', 'middleware'] as const;
  return profiles[oneOf(block, 'profile', names) ?? 'default'];
}

function readChoices(block: Config): Choices {
  return {
    ...optional('scope', oneOf(block, 'scope', choices.scope)),
    ...optional('anchor', oneOf(block, 'anchor', choices.anchor)),
    ...optional('comparator', oneOf(block, 'comparator', choices.comparator)),
    ...optional(
      'incidentFrom',
      oneOf(block, 'incidentFrom', choices.incidentFrom),
    ),
    ...optional('results', oneOf(block, 'results', choices.results)),
    ...optional('bursts', oneOf(block, 'bursts', choices.bursts)),
    ...optional(
      'denominator',
      oneOf(block, 'denominator', choices.denominator),
    ),
  };
}

function optional<K extends string, V>(key: K, value: V | undefined) {
  return value === undefined ? {} : { [key]: value };
}

function oneOf<T extends string>(
  block: Config,
  key: string,
  words: readonly T[],
): T | undefined {
  const given = block.getOptionalString(key);
  if (given === undefined) return undefined;
  const found = words.find(word => word === given);
  if (found) return found;
  throw new InputError(
    `${KEY}.${key} is ${given}; it is one of ${words.join(', ')}`,
  );
}

function readPattern(block: Config): RegExp | undefined {
  const pattern = block.getOptionalString('hotfixTitle');
  if (pattern === undefined) return undefined;
  try {
    return new RegExp(pattern, 'i');
  } catch {
    throw new InputError(`${KEY}.hotfixTitle is no regular expression`);
  }
}
