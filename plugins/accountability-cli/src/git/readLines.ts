import { GitCommit } from './GitCommit';
import { PlannedChange } from './PlannedChange';
import { readCommits } from './readCommits';
import { FoundRequest, requestOf } from './requestOf';
import { toLine } from './toLine';

/** The line of one change. */
export interface ChangeLine {
  sha: string;
  line: string;
}

/**
 * Reads changes as lines of the upload, holding one change at a time. Those
 * that are done are read for their numbers alone.
 */
export async function* readLines(
  folder: string,
  given: {
    plan: readonly PlannedChange[];
    subject: string;
    /** Changes that an earlier run has dealt with. */
    after: number;
  },
): AsyncGenerator<ChangeLine> {
  const { plan, subject, after } = given;
  const known = new Set<number>();
  const shas = plan.flatMap(({ sha, merged }, index) =>
    index < after ? [sha] : [...merged, sha],
  );
  const commits = readCommits(folder, shas);
  try {
    for (const [index, change] of plan.entries()) {
      const isDone = index < after;
      const merged = isDone ? [] : await take(commits, change.merged.length);
      const [commit] = await take(commits, 1);
      const request = firstOnly(requestOf(commit, subject), known);
      if (!isDone) {
        const line = toLine({ plan: change, commit, merged, request });
        yield { sha: change.sha, line };
      }
    }
  } finally {
    // Ends git where nobody reads on.
    await commits.return(undefined);
  }
}

/** A later commit of the same number was only carried over, and is not that request. */
function firstOnly(found: FoundRequest, known: Set<number>): FoundRequest {
  const { number, method, title } = found;
  if (!number) return found;
  if (!known.has(number)) {
    known.add(number);
    return found;
  }
  return { method: method === 'squash' ? 'other' : method, title };
}

async function take(
  commits: AsyncGenerator<GitCommit>,
  count: number,
): Promise<GitCommit[]> {
  const taken: GitCommit[] = [];
  while (taken.length < count) {
    const next = await commits.next();
    if (next.done) throw new Error('git printed fewer commits than it has');
    taken.push(next.value);
  }
  return taken;
}
