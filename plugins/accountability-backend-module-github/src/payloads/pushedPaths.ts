import { describeFiles } from 'backstage-plugin-accountability-node';
import { CommitPayload } from './commitPayload';

/** Files that the commits of a push touch; nothing where one of them does not list its own. */
export function pushedPaths(
  commits: readonly CommitPayload[],
): Pick<ReturnType<typeof describeFiles>, 'paths'> {
  const paths = new Set<string>();
  for (const { added, removed, modified } of commits) {
    if (!added || !removed || !modified) return {};
    [...added, ...removed, ...modified].forEach(path => paths.add(path));
  }
  return describeFiles(
    [...paths].map(path => ({ path })),
    { complete: false },
  );
}
