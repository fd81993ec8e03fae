import {
  UrlReaderService,
  UrlReaderServiceReadUrlResponse,
} from '@backstage/backend-plugin-api';
import { NotFoundError, NotModifiedError, isError } from '@backstage/errors';

/** What became of reading one file of a host. */
export type ReadFile =
  | { status: 'read'; text: string; etag?: string }
  /** As it was when it had that etag. */
  | { status: 'same' }
  | { status: 'absent' }
  /** It is there, and is not read. */
  | { status: 'unfit'; because: string }
  /** The host did not give it. */
  | { status: 'fault'; because: string };

/** Reads a text of bounded size through Backstage's `UrlReaderService`. Faults of the host are results. */
export async function readFile(
  urlReader: Pick<UrlReaderService, 'readUrl'>,
  asked: {
    url: string;
    etag?: string;
    mostMegabytes: number;
    signal: AbortSignal;
  },
): Promise<ReadFile> {
  const { url, etag, signal, mostMegabytes } = asked;
  try {
    const file = await urlReader.readUrl(url, { etag, signal });
    const text = await readText(file, mostMegabytes * 1024 * 1024);
    if (text === undefined) {
      const because = `${url} is larger than ${mostMegabytes} MB, the most that is read.`;
      return { status: 'unfit', because };
    }
    if (text.includes('\0')) {
      return { status: 'unfit', because: `${url} is not text.` };
    }
    return {
      status: 'read',
      text,
      ...(file.etag !== undefined && { etag: file.etag }),
    };
  } catch (error) {
    if (isNamed(error, NotModifiedError.name)) return { status: 'same' };
    if (isNamed(error, NotFoundError.name)) return { status: 'absent' };
    return { status: 'fault', because: `${url} cannot be read${why(error)}.` };
  }
}

/** Undefined for a file that is too large. */
async function readText(
  file: UrlReaderServiceReadUrlResponse,
  mostBytes: number,
): Promise<string | undefined> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of file.stream?.() ?? [await file.buffer()]) {
    const bytes = Buffer.from(part);
    length += bytes.length;
    if (length > mostBytes) return undefined;
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
