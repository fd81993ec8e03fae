import { cutMessage } from './cutMessage';
import { GitCommit } from './GitCommit';
import { PlannedChange } from './PlannedChange';
import { FoundRequest } from './requestOf';
import { withoutNames } from './withoutNames';

/** A change with what git prints of its commits. */
export interface ReadChange {
  plan: PlannedChange;
  /** The commit on the branch. */
  commit: GitCommit;
  /** What it merged, oldest first. */
  merged: readonly GitCommit[];
  request: FoundRequest;
}

/** How much of a change is told; less where a line would be too long. */
interface Caps {
  message: number;
  files: number;
}

const usual: Caps = { message: 4000, files: 2000 };
const least: Caps = { message: 400, files: 200 };

/** A line is sent whole, so it may be no longer than a batch. */
export const mostBytes = 5_000_000;

/** One line of the upload. The names of people are not in it. */
export function toLine(change: ReadChange): string {
  const line = print(change, usual);
  return Buffer.byteLength(line) < mostBytes ? line : print(change, least);
}

function print(
  { plan, commit, merged, request }: ReadChange,
  caps: Caps,
): string {
  const isMerge = commit.parents.length > 1;
  const files = commit.files.slice(0, caps.files);
  const { title } = request;
  return JSON.stringify({
    sha: commit.sha,
    at: toIso(commit.committedAt),
    ...request,
    title: title && cutMessage(title, 500),
    files,
    filesLeftOut: positive(commit.files.length - files.length),
    commits: (isMerge ? merged : [commit]).map(one => toCommit(one, caps)),
    commitsLeftOut: positive(plan.leftOut),
  });
}

function toCommit(commit: GitCommit, caps: Caps) {
  const isMerge = commit.parents.length > 1;
  return {
    at: toIso(commit.committedAt),
    authoredAt: toIso(commit.authoredAt),
    email: commit.authorEmail,
    // Tools put theirs behind a person's name.
    nameSuffix: /\([^()]{1,60}\)$/.exec(commit.authorName.trim())?.[0],
    committerEmail: commit.committerEmail,
    message: cutMessage(withoutNames(commit.message), caps.message),
    // A merge within it is compared with one parent alone, and wrote none of that.
    lines: isMerge ? undefined : countLines(commit),
    merge: isMerge || undefined,
  };
}

function countLines({ files }: GitCommit): number {
  return files.reduce(
    (sum, { additions = 0, deletions = 0 }) => sum + additions + deletions,
    0,
  );
}

function positive(count: number): number | undefined {
  return count > 0 ? count : undefined;
}

/** A broken commit may have a time that no calendar has; the server refuses its line then. */
function toIso(seconds: string): string {
  const date = new Date(Number(seconds) * 1000);
  return Number.isNaN(date.getTime()) ? seconds : date.toISOString();
}
