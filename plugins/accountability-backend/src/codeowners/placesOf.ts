import { CodeownersDialect } from 'backstage-plugin-accountability-engine';
import { addressOf } from './addressOf';

/** Where each kind of host looks for the file; the first that is there counts. */
const places: Record<CodeownersDialect, readonly string[]> = {
  github: ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS'],
  gitlab: ['CODEOWNERS', 'docs/CODEOWNERS', '.gitlab/CODEOWNERS'],
  bitbucket: ['.bitbucket/CODEOWNERS'],
};

/** Paths at which a repository may have the file, with the address of each on its default branch. */
export function placesOf(repository: {
  url: string;
  dialect: CodeownersDialect;
}): { path: string; url: string }[] {
  return places[repository.dialect].map(path => ({
    path,
    url: addressOf(repository, path),
  }));
}
