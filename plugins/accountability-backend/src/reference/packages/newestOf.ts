import { ReleasedVersion } from './PackageSource';

/** Ecosystems whose versions are ordered by their numbers and say themselves that they are no stable ones. */
const numbered = new Set([
  'npm',
  'cargo',
  'golang',
  'nuget',
  'hex',
  'pub',
  'composer',
  'swift',
]);
/** Major to patch, and a fourth number as NuGet has it; then what makes it a prerelease; then what was built. */
const semver =
  /^v?(\d{1,15})\.(\d{1,15})(?:\.(\d{1,15}))?(?:\.(\d{1,15}))?(-[^+]*)?(?:\+.*)?$/i;
/** How others call versions that are no stable ones: 1.0-rc1, 2.0.0.Beta2, 3.0-SNAPSHOT. */
const unstable =
  /(?<![a-z])(alpha|beta|rc|cr|m|milestone|pre|preview|dev|ea|snapshot|nightly|canary)(?![a-z])/i;
/** PyPI's short forms: 1.0a1, 1.0b2, 1.0c1. */
const unstableOnPypi = /\d(a|b|c)\d/i;

/**
 * The stable versions that were the newest of all when they came out, oldest
 * first. By number where the ecosystem orders by it, so that a mended old line
 * is not the newest; else by date, so that it is. Versions that were withdrawn
 * count only where nothing better came after them.
 */
export function newestOf(
  type: string,
  versions: readonly ReleasedVersion[],
): ReleasedVersion[] {
  return numbered.has(type)
    ? newestByNumber(versions)
    : newestByDate(type, versions);
}

interface Numbered {
  numbers: readonly number[];
  released: ReleasedVersion;
}

function newestByNumber(
  versions: readonly ReleasedVersion[],
): ReleasedVersion[] {
  const stable = versions.flatMap(released => {
    const numbers = numbersOf(released.version);
    return numbers ? [{ numbers, released }] : [];
  });
  const top = stable
    .filter(({ released }) => !released.withdrawn)
    .reduce<Numbered | undefined>(
      (last, one) => (!last || compare(one, last) > 0 ? one : last),
      undefined,
    );
  const newest: Numbered[] = [];
  for (const one of stable.sort(byDate)) {
    const last = newest.at(-1);
    const isMistake = one.released.withdrawn && top && compare(one, top) > 0;
    if (!isMistake && (!last || compare(one, last) > 0)) newest.push(one);
  }
  return newest.map(({ released }) => released);
}

function newestByDate(
  type: string,
  versions: readonly ReleasedVersion[],
): ReleasedVersion[] {
  const stable = versions.filter(
    ({ version }) =>
      !unstable.test(version) &&
      !(type === 'pypi' && unstableOnPypi.test(version)),
  );
  const kept = stable.filter(({ withdrawn }) => !withdrawn);
  return (kept.length > 0 ? kept : stable).sort(
    (a, b) => a.at - b.at || (a.version < b.version ? -1 : 1),
  );
}

function numbersOf(version: string): number[] | undefined {
  const [, major, minor, patch = '0', fourth = '0', prerelease] =
    semver.exec(version) ?? [];
  if (major === undefined || prerelease !== undefined) return undefined;
  return [major, minor, patch, fourth].map(Number);
}

function byDate(a: Numbered, b: Numbered): number {
  return a.released.at - b.released.at || compare(a, b);
}

function compare(a: Numbered, b: Numbered): number {
  const place = a.numbers.findIndex((each, i) => each !== b.numbers[i]);
  return place < 0 ? 0 : a.numbers[place] - b.numbers[place];
}
