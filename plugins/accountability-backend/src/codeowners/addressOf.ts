import { CodeownersDialect } from 'backstage-plugin-accountability-engine';

/** The address of a file on the default branch of a repository, as `UrlReaderService` takes it. */
export function addressOf(
  { url, dialect }: { url: string; dialect: CodeownersDialect },
  path: string,
): string {
  if (dialect === 'github') return `${url}/blob/HEAD/${path}`;
  if (dialect === 'gitlab') return `${url}/-/blob/HEAD/${path}`;
  return /\/projects\/[^/]+\/repos\//.test(url)
    ? `${url}/browse/${path}?at=HEAD`
    : `${url}/src/HEAD/${path}`;
}
