import { RepositoryList } from './writeRepositories';

/** The repositories whose CODEOWNERS are read, and whom these name. */
export const codeownersList: RepositoryList = {
  table: 'codeowners_files',
  below: 'codeowners_owners',
  anew: { path: null, etag: null },
};
