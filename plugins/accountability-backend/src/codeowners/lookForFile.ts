import { UrlReaderService } from '@backstage/backend-plugin-api';
import { CodeownersDialect } from 'backstage-plugin-accountability-engine';
import { Hosts } from './Hosts';
import { placesOf } from './placesOf';
import { readFile } from './readFile';

/** GitHub takes no larger file; a larger one is none elsewhere either. */
const MOST_MEGABYTES = 3;

/** What became of looking for the file of a repository. */
export type Looked =
  | { status: 'read'; path: string; text: string; etag?: string }
  /** As it was when it was read last. */
  | { status: 'same' }
  | { status: 'absent' | 'fault'; because: string };

/**
 * Looks for the CODEOWNERS of a repository at one place after the other. Only
 * what is not there makes it go on: a place that cannot be read may have the
 * file that counts.
 */
export async function lookForFile(
  outside: { urlReader: Pick<UrlReaderService, 'readUrl'>; hosts: Hosts },
  repository: {
    url: string;
    dialect: CodeownersDialect;
    /** Where it was last, and the etag it had there. */
    path?: string;
    etag?: string;
  },
  signal: AbortSignal,
): Promise<Looked> {
  const places = placesOf(repository);
  for (const { path, url } of places) {
    const etag = path === repository.path ? repository.etag : undefined;
    const file = await readFile(outside.urlReader, {
      url,
      etag,
      signal,
      mostMegabytes: MOST_MEGABYTES,
    });
    if (file.status === 'read') return { ...file, path };
    if (file.status === 'same') return file;
    if (file.status !== 'absent') {
      return { status: 'fault', because: file.because };
    }
  }
  if ((await outside.hosts.canRead(repository.url, signal)) === false) {
    return {
      status: 'fault',
      because: `${repository.url} cannot be read with the credentials of integrations; give them access, or correct backstage.io/source-location.`,
    };
  }
  return {
    status: 'absent',
    because: `There is none at ${places.map(({ path }) => path).join(', ')}.`,
  };
}
