import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';

/** Digest and size of a file, read as a stream. Throws where it cannot be read. */
export async function digestFile(
  path: string,
): Promise<{ digest: string; bytes: number }> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of createReadStream(path)) {
    hash.update(chunk);
    bytes += chunk.length;
  }
  return { digest: hash.digest('hex'), bytes };
}
