import { Config, readDurationFromConfig } from '@backstage/config';
import { Duration } from 'luxon';
import { PollSettings } from './Poller';

/** `accountability.sources.<source>.poll`, read. */
export interface Polling {
  settings: PollSettings;
  /** Share of the quota that is left to others, 0 to 1. */
  leave: number;
  /** Ids of the streams to poll. */
  streams: readonly string[];
  /** The block itself, for what only one source has. */
  config: Config;
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Asking more often than this only burns quota. */
const SHORTEST_EVERY_MS = MINUTE;

/** Older things are history, which is imported and not polled. */
const LONGEST_SINCE_MS = 365 * DAY;

/**
 * Reads how a source is polled. Undefined where its block `poll` is absent or
 * not `enabled`: polling uses up a quota that others share, so it is asked
 * for. Throws, with the key, where the block cannot be meant so.
 */
export function readPolling(
  config: Config,
  source: string,
  streams: { all: readonly string[]; usual: readonly string[] },
): Polling | undefined {
  const key = `accountability.sources.${source}.poll`;
  const block = config.getOptionalConfig(key);
  if (!block || block.getOptionalBoolean('enabled') === false) return undefined;
  const chosen = block.getOptionalStringArray('streams') ?? streams.usual;
  const unknown = chosen.filter(stream => !streams.all.includes(stream));
  if (unknown.length > 0) {
    throw new Error(
      `${key}.streams names ${unknown.join(
        ', ',
      )}; there are: ${streams.all.join(', ')}`,
    );
  }
  const duration = (name: string, usual: number) =>
    block.has(name)
      ? Duration.fromObject(
          readDurationFromConfig(block, { key: name }),
        ).toMillis()
      : usual;
  return {
    settings: {
      everyMs: Math.max(SHORTEST_EVERY_MS, duration('every', 30 * MINUTE)),
      overlapMs: duration('overlap', 60 * MINUTE),
      sinceMs: Math.min(LONGEST_SINCE_MS, duration('since', 14 * DAY)),
    },
    leave: shareIn(block, key),
    streams: chosen,
    config: block,
  };
}

function shareIn(block: Config, key: string): number {
  const share = block.getOptionalNumber('leave') ?? 0.5;
  if (share >= 0 && share < 1) return share;
  throw new Error(`${key}.leave is ${share}; it is a share from 0 to below 1`);
}
