import { UrlReaderService } from '@backstage/backend-plugin-api';
import { CodeownersDialect } from 'backstage-plugin-accountability-engine';
import { Hosts, addressOf, readFile } from '../codeowners';
import { ManifestFileRow } from '../database/tables';
import { Manifest } from './files/Manifest';
import { readingVersion } from './manifests';

/** A larger file is none that people wrote. */
const MOST_MEGABYTES = 1;

/** A file as it is stored. */
export type FoundManifest = Omit<ManifestFileRow, 'subject'>;

/** What became of looking at the manifests of a repository. */
export type LookedForManifests =
  | {
      status: 'read';
      files: FoundManifest[];
      /** Why a file that is there is not read. */
      because?: string;
    }
  | { status: 'fault'; because: string };

/** What looking at manifests asks outside. */
export interface Outside {
  urlReader: Pick<UrlReaderService, 'readUrl'>;
  hosts: Pick<Hosts, 'canRead'>;
}

/**
 * Looks for each file of a repository, one after the other: a request each,
 * which most hosts do not count where nothing changed. The first fault ends it,
 * because the host is likely to have the same one for the next.
 */
export async function lookForManifests(
  outside: Outside,
  repository: {
    url: string;
    dialect: CodeownersDialect;
    manifests: readonly Manifest[];
    /** Files as they were read last. */
    before: readonly FoundManifest[];
  },
  signal: AbortSignal,
): Promise<LookedForManifests> {
  const files: FoundManifest[] = [];
  const unfit: string[] = [];
  for (const manifest of repository.manifests) {
    const url = addressOf(repository, manifest.path);
    const known = repository.before.find(
      file => file.url === url && file.reading === readingVersion,
    );
    const looked = await readFile(outside.urlReader, {
      url,
      etag: known?.etag ?? undefined,
      mostMegabytes: MOST_MEGABYTES,
      signal,
    });
    if (looked.status === 'fault') return looked;
    if (looked.status === 'unfit') unfit.push(looked.because);
    if (looked.status === 'same' && known) files.push(known);
    if (looked.status === 'read') {
      files.push({
        path: manifest.path,
        url,
        etag: looked.etag ?? null,
        reading: readingVersion,
        runtimes: JSON.stringify(manifest.read(looked.text)),
      });
    }
  }
  if (files.length === 0 && unfit.length === 0) {
    const isOpen = await outside.hosts.canRead(repository.url, signal);
    if (isOpen === false) return closed(repository.url);
  }
  return {
    status: 'read',
    files,
    ...(unfit.length > 0 && { because: unfit.join(' ') }),
  };
}

function closed(url: string): LookedForManifests {
  return {
    status: 'fault',
    because: `${url} cannot be read with the credentials of integrations; give them access, or correct backstage.io/source-location.`,
  };
}
