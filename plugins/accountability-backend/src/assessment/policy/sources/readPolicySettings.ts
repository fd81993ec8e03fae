import { createHash } from 'crypto';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { Config, readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { HumanDuration, durationToMilliseconds } from '@backstage/types';
import { PolicyLocation } from './PolicyLocation';

/** Where policy is read from, and how often it is looked at. */
export interface PolicySettings {
  locations: PolicyLocation[];
  every: HumanDuration;
}

const base = 'accountability.policy';
const usualEvery: HumanDuration = { seconds: 30 };
const LEAST_EVERY_MS = 1000;

/**
 * Reads `accountability.policy`. Without a location it is the scorecards of
 * the package. Throws, with a sentence, where a value cannot be read.
 */
export function readPolicySettings(config: Config): PolicySettings {
  const paths = config.getOptionalStringArray(`${base}.paths`) ?? [];
  const given = config.getOptionalConfigArray(`${base}.locations`) ?? [];
  const named = [
    ...paths.map(target => fileAt(target)),
    ...given.map((one, index) => readLocation(one, index)),
  ];
  const locations = named.length > 0 ? named : [shipped()];
  const known = new Set<string>();
  for (const { location } of locations) {
    if (known.has(location)) {
      throw new InputError(
        `${base} names ${location} twice; leave one of them out`,
      );
    }
    known.add(location);
  }
  return { locations, every: readEvery(config) };
}

function readEvery(config: Config): HumanDuration {
  const key = `${base}.every`;
  if (!config.has(key)) return usualEvery;
  const every = readDurationFromConfig(config, { key });
  if (durationToMilliseconds(every) < LEAST_EVERY_MS) {
    throw new InputError(`${key} must be a second or more`);
  }
  return every;
}

function readLocation(config: Config, index: number): PolicyLocation {
  const key = `${base}.locations[${index}]`;
  const type = config.getString('type');
  if (type === 'shipped') return shipped();
  const target = config.getString('target');
  if (type === 'file') return fileAt(target);
  if (type !== 'url') {
    throw new InputError(
      `${key}.type must be shipped, file or url, not ${type}`,
    );
  }
  if (!URL.canParse(target)) {
    throw new InputError(`${key}.target must be an address with https://`);
  }
  const { protocol, username, password } = new URL(target);
  if (protocol !== 'https:' && protocol !== 'http:') {
    throw new InputError(`${key}.target must be an address of https or http`);
  }
  if (username || password) {
    throw new InputError(
      `${key}.target must not hold a name or password; give them to an integration of the host`,
    );
  }
  return { type, target, location: withoutQuery(target) };
}

/** The policy that comes along with this package. */
function shipped(): PolicyLocation {
  const target = resolvePackagePath(
    'backstage-plugin-accountability-backend',
    'policies',
  );
  return { type: 'file', target, location: 'shipped' };
}

function fileAt(target: string): PolicyLocation {
  return { type: 'file', target, location: target };
}

/** A query may hold a token; two that differ in it alone are told apart by a digest. */
function withoutQuery(target: string): string {
  const url = new URL(target);
  if (!url.search && !url.hash) return target;
  url.search = '';
  url.hash = '';
  const digest = createHash('sha256').update(target).digest('hex').slice(0, 8);
  return `${url.href} (${digest})`;
}
