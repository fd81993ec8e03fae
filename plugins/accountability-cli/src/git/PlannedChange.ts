/** A change of a branch's history, by its commits alone. */
export interface PlannedChange {
  /** The commit on the branch itself. */
  sha: string;
  /** Commits that it merged, oldest first; empty where it merged none. */
  merged: string[];
  /** How many more it merged, the oldest of them, which are not told of. */
  leftOut: number;
}
