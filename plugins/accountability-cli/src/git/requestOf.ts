import { GitCommit } from './GitCommit';

/** Which pull or merge request a commit on the branch is of, and how it came there. */
export interface FoundRequest {
  number?: number;
  method: 'merge' | 'squash' | 'other';
  /** Absent where a merge has no words of its own: its first line names branches, and they name people. */
  title?: string;
}

const GITHUB_MERGE = /^Merge pull request #(\d{1,9}) from /;
const GITHUB_SQUASH = / \(#(\d{1,9})\)$/;
const GITLAB = /^See merge request (\S*?)!(\d{1,9})$/m;

/**
 * Reads what GitHub and GitLab write into the commits that they make. `(#12)`
 * alone may be an issue's number; it is a request's where the host committed it.
 */
export function requestOf(commit: GitCommit, subject: string): FoundRequest {
  const [first, ...rest] = commit.message.split('\n');
  const isMerge = commit.parents.length > 1;
  const number = numberOf(commit, subject);
  if (isMerge) {
    const title = number && rest.find(line => line.trim() !== '');
    return { number, method: 'merge', title: title || undefined };
  }
  const title = first || undefined;
  return number
    ? { number, method: 'squash', title }
    : { method: 'other', title };
}

function numberOf(commit: GitCommit, subject: string): number | undefined {
  const { message, committerEmail } = commit;
  const [first] = message.split('\n');
  const [host, slug] = subject.toLowerCase().split(/:(.*)/s);
  if (host === 'gitlab') {
    const [, project, iid] = GITLAB.exec(message) ?? [];
    const isOwn = !project || project.toLowerCase() === slug;
    return iid && isOwn ? Number(iid) : undefined;
  }
  if (host !== 'github') return undefined;
  const squashed = committerEmail.startsWith('noreply@')
    ? GITHUB_SQUASH.exec(first)
    : null;
  const found = GITHUB_MERGE.exec(first) ?? squashed;
  return found ? Number(found[1]) : undefined;
}
