import { parseInstant } from './parseInstant';
import { mostVersions, PackageAnswer, ReleasedVersion } from './PackageSource';

/** Longer ones are no versions. */
const LONGEST_VERSION = 200;

/** A version as a source tells of it. */
export interface ToldVersion {
  version: string;
  /** A date in ISO 8601, or anything. */
  at: unknown;
  withdrawn?: boolean;
}

/** What a source's versions say: those without a date are left out, and of a version that comes twice the first counts. */
export function answerOf(
  told: readonly ToldVersion[],
  { where, etag }: { where: string; etag?: string },
): PackageAnswer {
  if (told.length > mostVersions) {
    return {
      status: 'fault',
      because: `${where} names ${told.length} versions, more than the ${mostVersions} that are read.`,
    };
  }
  const versions = new Map<string, ReleasedVersion>();
  for (const { version, at: date, withdrawn } of told) {
    const at = parseInstant(date);
    if (at === undefined || !isVersion(version)) continue;
    if (versions.has(version)) continue;
    versions.set(version, {
      version,
      at,
      ...(withdrawn && { withdrawn: true as const }),
    });
  }
  if (versions.size === 0) {
    return {
      status: 'absent',
      because: `${where} names no version with the date of its release.`,
    };
  }
  return {
    status: 'read',
    versions: [...versions.values()],
    ...(etag !== undefined && { etag }),
  };
}

function isVersion(version: string): boolean {
  return version.length <= LONGEST_VERSION && /^[\x21-\x7e]+$/.test(version);
}
