import { earliest } from '../time';
import { PackageHistory } from './PackageHistory';

/** The next instant after `now` at which a release that drift looks at comes out; none where all lie behind. */
export function nextRelease(
  { releasedAt, newest }: PackageHistory,
  version: string | undefined,
  now: number,
): number | undefined {
  const used = version === undefined ? undefined : releasedAt.get(version);
  return earliest(
    newest.find(({ at }) => at > now)?.at,
    used !== undefined && used > now ? used : undefined,
  );
}
