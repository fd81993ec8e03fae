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
  name: string | undefined,
  defaultBranch: string | undefined,
): Branch {
  if (!name || !defaultBranch) return {};
  return name === defaultBranch
    ? { branch: name.slice(0, 300), defaultBranch: true }
    : { defaultBranch: false };
}
