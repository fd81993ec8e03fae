/** A commit as `git log` prints it. */
export interface Commit {
  sha: string;
  committedAt: number;
  authoredAt: number;
  parents: string[];
}

/** The commits of one repository; rows come newest first. */
export class CommitGraph {
  private readonly commits = new Map<string, Commit>();
  private readonly newest?: string;

  constructor(rows: Record<string, string>[]) {
    this.newest = rows.at(0)?.sha;
    for (const row of rows) {
      this.commits.set(row.sha, {
        sha: row.sha,
        committedAt: Date.parse(row.committed_at),
        authoredAt: Date.parse(row.authored_at),
        parents: row.parents.split(' ').filter(Boolean),
      });
    }
  }

  get(sha: string): Commit | undefined {
    return this.commits.get(sha);
  }

  /** The main branch, oldest first. */
  firstParents(): Commit[] {
    const line: Commit[] = [];
    let commit = this.get(this.newest ?? '');
    while (commit) {
      line.unshift(commit);
      commit = this.get(commit.parents[0]);
    }
    return line;
  }

  /** `git log from --not without`: commits that can be reached from one and from none of others. */
  between(without: (string | undefined)[], from: string | undefined): Commit[] {
    const known = this.reachable(without);
    return [...this.reachable([from])]
      .filter(each => !known.has(each))
      .flatMap(each => this.get(each) ?? []);
  }

  private reachable(from: (string | undefined)[]): Set<string> {
    const found = new Set<string>();
    const open = from.flatMap(sha => sha ?? []);
    for (let sha = open.pop(); sha !== undefined; sha = open.pop()) {
      const commit = this.get(sha);
      if (!commit || found.has(sha)) continue;
      found.add(sha);
      open.push(...commit.parents);
    }
    return found;
  }
}
