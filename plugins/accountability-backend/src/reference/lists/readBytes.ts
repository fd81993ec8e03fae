import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { isError } from '@backstage/errors';
import { ListContent } from './ListContent';

const inflate = promisify(gunzip);

/** Most bytes of a list, packed or not; all of EPSS has some 10 MB. */
const MOST_BYTES = 64 * 1024 * 1024;

/** Reads a stream to its end and inflates what is gzip, by its first bytes: a host may have inflated it already, whatever its name says. Throws what the stream throws. */
export async function readBytes(
  stream: AsyncIterable<Uint8Array>,
  mostBytes = MOST_BYTES,
): Promise<Exclude<ListContent, { status: 'same' }>> {
  const tooLarge = {
    status: 'fault',
    because: `it has more than ${Math.round(
      mostBytes / 1024 / 1024,
    )} MB, the most that is read`,
  } as const;
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of stream) {
    length += part.byteLength;
    // Leaving the loop ends the stream and with it the connection.
    if (length > mostBytes) return tooLarge;
    parts.push(part);
  }
  const bytes = Buffer.concat(parts);
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return { status: 'read', bytes };
  try {
    const inflated = await inflate(bytes, { maxOutputLength: mostBytes });
    return { status: 'read', bytes: inflated };
  } catch (error) {
    return isError(error) && error.code === 'ERR_BUFFER_TOO_LARGE'
      ? tooLarge
      : {
          status: 'fault',
          because: 'it cannot be inflated, as if it were cut off or damaged',
        };
  }
}
