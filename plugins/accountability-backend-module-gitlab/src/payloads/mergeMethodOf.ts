interface Merged {
  squash?: boolean | null;
  merge_commit_sha?: string | null;
  squash_commit_sha?: string | null;
}

/** How a request came to its branch. Undefined where GitLab does not say whether it was squashed, as in its webhooks so far. */
export function mergeMethodOf({
  squash,
  merge_commit_sha: mergeCommit,
  squash_commit_sha: squashCommit,
}: Merged): 'squash' | 'merge' | 'rebase' | undefined {
  if (squash || squashCommit) return 'squash';
  if (squash === undefined || squash === null) return undefined;
  return mergeCommit ? 'merge' : 'rebase';
}
