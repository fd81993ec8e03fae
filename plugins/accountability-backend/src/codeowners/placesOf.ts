import { CodeownersDialect } from 'backstage-plugin-accountability-engine';

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

function addressOf(
  { url, dialect }: { url: string; dialect: CodeownersDialect },
  path: string,
): string {
  if (dialect === 'github') return `${url}/blob/HEAD/${path}`;
  if (dialect === 'gitlab') return `${url}/-/blob/HEAD/${path}`;
  return /\/projects\/[^/]+\/repos\//.test(url)
    ? `${url}/browse/${path}?at=HEAD`
    : `${url}/src/HEAD/${path}`;
}
