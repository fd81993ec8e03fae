import { GitRun } from './GitRun';
import { PlannedChange } from './PlannedChange';

/** Commits of one change that are told of; a line is no longer than a batch may be. */
const MOST_MERGED = 500;

/**
 * Cuts the history of a branch into changes along its first parents, oldest
 * first: each commit on the branch is one, with the commits that it merged. A
 * commit is of the change that brought it first.
 */
export async function planChanges(
  folder: string,
  { tip, sinceMs }: { tip: string; sinceMs: number },
): Promise<PlannedChange[]> {
  const trunk = await list(folder, ['--first-parent', '--timestamp', tip]);
  const isRecent = ([seconds]: string[]) => Number(seconds) * 1000 >= sinceMs;
  const oldest = trunk.findLastIndex(isRecent);
  if (oldest < 0) return [];
  const base = trunk[oldest + 1]?.[1];
  const graph = await list(folder, [
    ...['--parents', '--topo-order', tip],
    ...(base ? [`^${base}`] : []),
  ]);
  const merged = mergedBy(
    trunk.slice(0, oldest + 1).map(([, sha]) => sha),
    graph,
  );
  return trunk
    .slice(0, oldest + 1)
    .filter(isRecent)
    .reverse()
    .map(([, sha]) => {
      const all = merged.get(sha) ?? [];
      const told = all.slice(-MOST_MERGED);
      return { sha, merged: told, leftOut: all.length - told.length };
    });
}

/** Of each commit on the branch, newest first, what it merged that none before it had; oldest first. */
function mergedBy(
  trunk: readonly string[],
  graph: readonly string[][],
): Map<string, string[]> {
  const parents = new Map(graph.map(([sha, ...rest]) => [sha, rest]));
  const age = new Map(graph.map(([sha], index) => [sha, index]));
  const ageOf = (sha: string) => age.get(sha) ?? 0;
  const known = new Set(trunk);
  const merged = new Map<string, string[]>();
  for (const sha of [...trunk].reverse()) {
    const found: string[] = [];
    const open = (parents.get(sha) ?? []).slice(1);
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      const further = parents.get(next);
      // What is not in the graph was there before the first of the changes.
      if (!further || known.has(next)) continue;
      known.add(next);
      found.push(next);
      open.push(...further);
    }
    merged.set(
      sha,
      found.sort((a, b) => ageOf(b) - ageOf(a)),
    );
  }
  return merged;
}

async function list(folder: string, args: string[]): Promise<string[][]> {
  const answer = await new GitRun(folder, ['rev-list', ...args]).answer();
  if (!answer.ok) throw new Error(answer.because);
  const lines = answer.output.split('\n').filter(Boolean);
  return lines.map(line => line.split(' '));
}
