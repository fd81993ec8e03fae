import { GitRun } from './GitRun';

/** The branch to read, or why there is none. */
export type FoundBranch =
  | {
      ok: true;
      /** Without the name of a remote. */
      name: string;
      /** Its newest commit. */
      tip: string;
      /** Whether it is the one that the remote calls its default; undefined where the clone does not know that. */
      isDefault?: boolean;
    }
  | { ok: false; because: string };

const REMOTE = 'refs/remotes/';
const HEAD = 'refs/remotes/origin/HEAD';

/** Finds a branch by its name; without one the remote's default branch, else the one that is checked out. */
export async function findBranch(
  folder: string,
  given?: string,
): Promise<FoundBranch> {
  const ask = async (...args: string[]) => {
    const answer = await new GitRun(folder, args).answer();
    return answer.ok && answer.output ? answer.output : undefined;
  };
  const origin = await ask('symbolic-ref', '--quiet', HEAD);
  const current = await ask('symbolic-ref', '--quiet', 'HEAD');
  const ref = given
    ? await ask('rev-parse', '--symbolic-full-name', '--verify', safe(given))
    : origin ?? current;
  if (!ref) {
    return {
      ok: false,
      because: given
        ? `there is no branch ${given} in the clone; git branch --all lists those there are, and git fetch brings new ones`
        : 'no branch is checked out and the clone does not know which is the default one; name it with --branch',
    };
  }
  const tip = await ask('rev-parse', '--verify', `${ref}^{commit}`);
  if (!tip) {
    return { ok: false, because: `${shorten(ref)} has no commits yet` };
  }
  const name = shorten(ref);
  return {
    ok: true,
    name,
    tip,
    isDefault: origin ? name === shorten(origin) : undefined,
  };
}

/** No name of a branch begins with a hyphen; one that does would be read as an option. */
function safe(name: string): string {
  return name.startsWith('-') ? `refs/heads/${name}` : name;
}

function shorten(ref: string): string {
  return ref.startsWith(REMOTE)
    ? ref.slice(REMOTE.length).replace(/^[^/]+\//, '')
    : ref.replace(/^refs\/heads\//, '');
}
