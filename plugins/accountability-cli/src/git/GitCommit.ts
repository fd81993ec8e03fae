/** A file that a commit touches; lines are absent where git counts none, as in a picture. */
export interface GitFile {
  path: string;
  additions?: number;
  deletions?: number;
}

/** A commit as `git log` prints it. */
export interface GitCommit {
  sha: string;
  parents: string[];
  authorName: string;
  authorEmail: string;
  /** Seconds since 1970, as git prints them. */
  authoredAt: string;
  committerEmail: string;
  committedAt: string;
  message: string;
  /** Of a merge: compared with its first parent. */
  files: GitFile[];
}
