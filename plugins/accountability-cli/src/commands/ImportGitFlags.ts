/** Flags of `accountability import-git`, as commander gives them. */
export interface ImportGitFlags {
  subject: string;
  repo: string;
  branch?: string;
  since?: string;
  url?: string;
  token?: string;
  progressFile?: string;
  dryRun?: boolean;
}
