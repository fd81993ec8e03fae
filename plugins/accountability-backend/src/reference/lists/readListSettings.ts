import { Config, readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';
import { ListName, listNames } from './ReferenceList';

const minuteMs = 60_000;
/** A file costs a look at its times; hosts of lists make new ones once a day. */
const everyMs = { file: 5 * minuteMs, url: 24 * 60 * minuteMs };

/** Where a list is read from, and how often. */
export interface ListSettings {
  name: ListName;
  kind: 'file' | 'url';
  /** A path, or an http address that may hold a token in its query. */
  location: string;
  everyMs: number;
}

/** Reads `accountability.lists`: the lists that are configured. Throws where one says not exactly where it is read from. */
export function readListSettings(config: Config): ListSettings[] {
  return listNames.flatMap(name => {
    const key = `accountability.lists.${name}`;
    return config.has(key) ? [readList(config, name, key)] : [];
  });
}

function readList(config: Config, name: ListName, key: string): ListSettings {
  const file = config.getOptionalString(`${key}.file`);
  const url = config.getOptionalString(`${key}.url`);
  if ((file === undefined) === (url === undefined)) {
    throw new InputError(
      `${key} must have either file or url: where the list is read from`,
    );
  }
  const kind = url === undefined ? 'file' : 'url';
  if (url !== undefined) requireAddress(url, `${key}.url`);
  const every = `${key}.every`;
  const chosen = config.has(every)
    ? durationToMilliseconds(readDurationFromConfig(config, { key: every }))
    : everyMs[kind];
  if (chosen < minuteMs) {
    throw new InputError(`${every} must be at least a minute`);
  }
  return { name, kind, location: url ?? file ?? '', everyMs: chosen };
}

function requireAddress(url: string, key: string): void {
  const { protocol, username, password } = URL.canParse(url)
    ? new URL(url)
    : { protocol: '', username: '', password: '' };
  if (!/^https?:$/.test(protocol) || username !== '' || password !== '') {
    throw new InputError(
      `${key} must be an http or https address without user and password`,
    );
  }
}
