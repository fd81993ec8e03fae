import { PackageHistory } from './PackageHistory';

/** How far a version that is used is behind the newest stable one. */
export interface Drift {
  /** Milliseconds between the releases of both; 0 where it is the newest, or ahead of it. */
  behindMs: number;
  /** The newest stable version. */
  newest: string;
}

/**
 * Drift of a version as of an instant, after libyear: what was released later
 * is not there yet. Undefined where the release of either is not known.
 */
export function driftOf(
  history: PackageHistory | undefined,
  version: string | undefined,
  now: number,
): Drift | undefined {
  if (!history || version === undefined) return undefined;
  const used = history.releasedAt.get(version);
  const newest = history.newest.findLast(({ at }) => at <= now);
  if (used === undefined || used > now || !newest) return undefined;
  return {
    behindMs: Math.max(0, newest.at - used),
    newest: newest.version,
  };
}
