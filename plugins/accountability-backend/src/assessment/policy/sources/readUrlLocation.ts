import { UrlReaderService } from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import { readFile } from '../../../codeowners';
import { MOST_FILE_BYTES, gatherFiles, isPolicyPath } from './gatherFiles';
import { PolicyLocation, ReadLocation } from './PolicyLocation';

/** What of Backstage's reader is used; it asks only hosts of integrations and of `backend.reading.allow`. */
export type PolicyReader = Pick<UrlReaderService, 'readUrl' | 'readTree'>;

/** After this a host is thought to be out, milliseconds. */
const TIMEOUT_MS = 30_000;

/**
 * Reads a file of a host, or all YAML files below an address that is none, if
 * they are not as they were when they had that etag. What goes wrong is a
 * result.
 */
export async function readUrlLocation(
  where: PolicyLocation,
  given: { reader: PolicyReader; etag?: string; signal?: AbortSignal },
): Promise<ReadLocation> {
  const timeout = AbortSignal.timeout(TIMEOUT_MS);
  const signal = given.signal
    ? AbortSignal.any([given.signal, timeout])
    : timeout;
  const isFile = isPolicyPath(new URL(where.target).pathname);
  return isFile
    ? readOne(where, { ...given, signal })
    : readTree(where, { ...given, signal });
}

async function readOne(
  { target, location }: PolicyLocation,
  given: { reader: PolicyReader; etag?: string; signal: AbortSignal },
): Promise<ReadLocation> {
  const file = await readFile(given.reader, {
    ...given,
    url: target,
    mostMegabytes: MOST_FILE_BYTES / 1024 / 1024,
  });
  switch (file.status) {
    case 'same':
      return { status: 'same' };
    case 'read': {
      const name = new URL(target).pathname.split('/').at(-1) ?? location;
      const { text, etag } = file;
      return { status: 'read', files: [{ name, text }], etag };
    }
    case 'absent':
      return failed(
        `There is no file at ${location}: mend the address, or put the file there.`,
      );
    default:
      return failed(`${withoutSecrets(file.because, { target, location })}`);
  }
}

async function readTree(
  where: PolicyLocation,
  given: { reader: PolicyReader; etag?: string; signal: AbortSignal },
): Promise<ReadLocation> {
  const { target, location } = where;
  const { reader, etag, signal } = given;
  const sizes = new Map<string, number>();
  try {
    const tree = await reader.readTree(target, {
      etag,
      signal,
      filter: (path, info) => {
        if (!isPolicyPath(path)) return false;
        if (info) sizes.set(path, info.size);
        // It is not taken from the archive, and told as too large.
        return (info?.size ?? 0) <= MOST_FILE_BYTES;
      },
    });
    const found = (await tree.files()).map(file => ({
      name: file.path,
      read: () => file.content(),
    }));
    const large = [...sizes].filter(([, size]) => size > MOST_FILE_BYTES);
    const gathered = await gatherFiles(location, [
      ...found,
      ...large.map(([name, size]) => ({
        name,
        size,
        read: async () => Buffer.alloc(0),
      })),
    ]);
    return gathered.status === 'read'
      ? { ...gathered, etag: tree.etag }
      : gathered;
  } catch (error) {
    if (isError(error) && error.name === 'NotModifiedError') {
      return { status: 'same' };
    }
    const why = isError(error) ? error.message.slice(0, 300) : String(error);
    return failed(
      withoutSecrets(
        `${target} cannot be read (${why}): see that it is a folder, that the host is up, and that backend.reading.allow or an integration names it.`,
        where,
      ),
    );
  }
}

function failed(because: string): ReadLocation {
  return { status: 'failed', because };
}

/** Messages of hosts name the address as it was asked. */
function withoutSecrets(
  text: string,
  { target, location }: Pick<PolicyLocation, 'target' | 'location'>,
): string {
  return text.replaceAll(target, location);
}
