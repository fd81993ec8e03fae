import { sortBy } from 'lodash';
import { PackageHistory } from 'backstage-plugin-accountability-engine';
import { newestOf } from './newestOf';
import { ReleasedVersion } from './PackageSource';

/** Versions, and the epoch seconds of their releases. */
type NewestLine = [versions: string[], seconds: number[]];

/**
 * A package's versions as one text, always the same for the same versions: on
 * the first line the newest ones, then one line for each version. So only what
 * is asked for is read of the others.
 */
export function historyText(
  type: string,
  versions: readonly ReleasedVersion[],
): string {
  const newest = newestOf(type, versions);
  const lines = sortBy(versions, 'version').map(
    ({ version, at }) => `${version} ${toSecond(at)}\n`,
  );
  const first: NewestLine = [
    newest.map(({ version }) => version),
    newest.map(({ at }) => toSecond(at)),
  ];
  return `${JSON.stringify(first)}\n${lines.join('')}`;
}

/** The history in such a text, with the releases of the versions that are asked for. */
export function parseHistory(
  text: string,
  asked: ReadonlySet<string>,
): PackageHistory {
  const end = text.indexOf('\n');
  const releasedAt = new Map<string, number>();
  for (const version of asked) {
    const start = text.indexOf(`\n${version} `, end);
    if (start < 0 || version.includes('\n')) continue;
    const second = start + version.length + 2;
    const at = Number(text.slice(second, text.indexOf('\n', second))) * 1000;
    releasedAt.set(version, at);
  }
  return { releasedAt, newest: parseNewest(text.slice(0, end)) };
}

function parseNewest(line: string): PackageHistory['newest'] {
  // It was checked when it was written.
  const [versions, seconds]: NewestLine = JSON.parse(line);
  return versions.map((version, place) => ({
    version,
    at: seconds[place] * 1000,
  }));
}

function toSecond(at: number): number {
  return Math.floor(at / 1000);
}
