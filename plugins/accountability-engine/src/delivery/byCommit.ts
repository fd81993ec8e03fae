import { sameCommit, shortCommit } from './sameCommit';

/** Gives what is of any of the commits, each once; either commit may be cut to seven digits or more. */
export type OfCommits<T> = (commits: readonly (string | undefined)[]) => T[];

/** Finds things by their commit without looking at all of them; those without one are found by none. */
export function byCommit<T extends { sha?: string }>(
  things: readonly T[],
): OfCommits<T> {
  const known = new Map<string, T[]>();
  for (const thing of things) {
    const key = keyOf(thing.sha);
    if (key.length < shortCommit) continue;
    const others = known.get(key);
    if (others) others.push(thing);
    else known.set(key, [thing]);
  }
  return commits => {
    const found = commits.flatMap((commit = '') =>
      (known.get(keyOf(commit)) ?? []).filter(({ sha = '' }) =>
        sameCommit(sha, commit),
      ),
    );
    return [...new Set(found)];
  };
}

function keyOf(sha: string = ''): string {
  return sha.slice(0, shortCommit).toLowerCase();
}
