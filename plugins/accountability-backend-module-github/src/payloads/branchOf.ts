import { RepositoryPayload } from './repositoryPayload';

/** What is said of a branch. */
export interface Branch {
  branch?: string;
  defaultBranch?: boolean;
}

/**
 * Whether a branch is the default one. Any other is not named: people name
 * branches after themselves.
 */
export function branchOf(
  name: string | null | undefined,
  { default_branch: defaultBranch }: RepositoryPayload,
): Branch {
  if (!name || !defaultBranch) return {};
  return name === defaultBranch
    ? { branch: name.slice(0, 300), defaultBranch: true }
    : { defaultBranch: false };
}
