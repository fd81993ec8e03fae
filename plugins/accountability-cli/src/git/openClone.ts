import { stat } from 'node:fs/promises';
import { GitRun, notInstalled } from './GitRun';

/** A clone whose history can be read, or what has to be done first. */
export type OpenedClone =
  | { ok: true; gitDir: string }
  | { ok: false; because: string };

/** Looks whether a folder is a clone with its whole history. */
export async function openClone(folder: string): Promise<OpenedClone> {
  const ask = (...args: string[]) => new GitRun(folder, args).answer();
  if (!(await isFolder(folder))) {
    return no(`${folder} is no folder; --repo takes the folder of a clone`);
  }
  const seen = await ask(
    'rev-parse',
    '--absolute-git-dir',
    '--is-shallow-repository',
  );
  if (!seen.ok) {
    return no(
      seen.because === notInstalled
        ? `${notInstalled}; install git 2.31 or later`
        : `${folder} is not read as a git repository (${seen.because}); run this in a clone, or name one with --repo`,
    );
  }
  const [gitDir, isShallow] = seen.output.split('\n');
  if (isShallow !== 'false') {
    return no(
      'the clone is shallow: a part of its history is missing. Run git fetch --unshallow first; in CI, check out with the whole history (fetch-depth: 0, GIT_DEPTH: 0)',
    );
  }
  const partial = await ask(
    'config',
    '--get-regexp',
    '^remote\\..*\\.promisor$',
  );
  if (partial.ok && /\btrue$/m.test(partial.output)) {
    return no(
      'the clone is partial: what its files held is missing, and lines cannot be counted. Clone it again without --filter',
    );
  }
  return { ok: true, gitDir };
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}

function no(because: string): { ok: false; because: string } {
  return { ok: false, because };
}
