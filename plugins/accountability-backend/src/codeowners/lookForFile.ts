import {
  UrlReaderService,
  UrlReaderServiceReadUrlResponse,
} from '@backstage/backend-plugin-api';
import { NotFoundError, NotModifiedError, isError } from '@backstage/errors';
import { CodeownersDialect } from 'backstage-plugin-accountability-engine';
import { Hosts } from './Hosts';
import { placesOf } from './placesOf';

/** GitHub takes no larger file; a larger one is none elsewhere either. */
const MOST_BYTES = 3 * 1024 * 1024;

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
    try {
      const file = await outside.urlReader.readUrl(url, { etag, signal });
      return toLooked(await readText(file), { path, url, etag: file.etag });
    } catch (error) {
      if (isNamed(error, NotModifiedError.name)) return { status: 'same' };
      if (!isNamed(error, NotFoundError.name)) {
        return {
          status: 'fault',
          because: `${url} cannot be read${why(error)}.`,
        };
      }
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

function toLooked(
  text: string | undefined,
  at: { path: string; url: string; etag?: string },
): Looked {
  const { path, url, etag } = at;
  if (text === undefined) {
    return {
      status: 'fault',
      because: `${url} is larger than 3 MB, the most that is read.`,
    };
  }
  if (text.includes('\0')) {
    return { status: 'fault', because: `${url} is not text.` };
  }
  return { status: 'read', path, text, ...(etag !== undefined && { etag }) };
}

/** Undefined for a file that is too large. */
async function readText(
  file: UrlReaderServiceReadUrlResponse,
): Promise<string | undefined> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of file.stream?.() ?? [await file.buffer()]) {
    const bytes = Buffer.from(part);
    length += bytes.length;
    if (length > MOST_BYTES) return undefined;
    parts.push(bytes);
  }
  return Buffer.concat(parts).toString('utf8');
}

/** By name: another copy of the package has classes of its own. */
function isNamed(error: unknown, name: string): boolean {
  return isError(error) && error.name === name;
}

function why(error: unknown): string {
  return isError(error) ? `: ${error.message.slice(0, 300)}` : '';
}
