import { RepositoryList } from '../codeowners';

/** The repositories whose files that declare runtimes are read, and these files. */
export const manifestList: RepositoryList = {
  table: 'manifest_repositories',
  below: 'manifest_files',
  anew: { faults: 0 },
};
