import {
  mostPaths,
  RecordEventInput,
} from 'backstage-plugin-accountability-common';
import { kindOfPath } from './kindOfPath';

/** A file that a change touches. */
export interface ChangedFile {
  /** From the root of the repository. */
  path: string;
  /** Lines; absent where the source does not count them. */
  additions?: number;
  deletions?: number;
}

type ChangeInput = Extract<RecordEventInput, { kind: 'change' }>;

const unread = new Set(['lockfile', 'vendored', 'generated']);
const longestPath = 500;

/**
 * Paths of a change, and its size without what nobody reads. The size is left
 * out where not all files are given (`complete`) or not all lines are counted:
 * half a size would pass for a small change.
 */
export function describeFiles(
  files: readonly ChangedFile[],
  { complete }: { complete: boolean },
): Pick<ChangeInput, 'paths' | 'code'> {
  const paths = files
    .map(({ path }) => path.trim())
    .filter(path => path.length > 0 && path.length <= longestPath)
    .slice(0, mostPaths);
  return {
    ...(paths.length > 0 && { paths }),
    ...(complete && sizeOf(files)),
  };
}

function sizeOf(files: readonly ChangedFile[]): Pick<ChangeInput, 'code'> {
  const code = { files: 0, sources: 0, tests: 0, additions: 0, deletions: 0 };
  for (const { path, additions, deletions } of files) {
    const kind = kindOfPath(path);
    if (unread.has(kind)) continue;
    if (additions === undefined || deletions === undefined) return {};
    code.files++;
    if (kind === 'source') code.sources++;
    if (kind === 'test') code.tests++;
    code.additions += additions;
    code.deletions += deletions;
  }
  return { code };
}
