import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { isError } from '@backstage/errors';
import { ListContent } from './ListContent';
import { readBytes } from './readBytes';

/** Reads a file, where it is another than the one with the etag: that is its times, its size and which file it is. */
export async function readListFile(
  path: string,
  etag: string | undefined,
  signal: AbortSignal,
): Promise<ListContent> {
  try {
    const stats = await stat(path);
    // Reading a pipe may never end.
    if (!stats.isFile()) return { status: 'fault', because: 'it is no file' };
    const mark = `${stats.ino}-${stats.mtimeMs}-${stats.size}`;
    if (mark === etag) return { status: 'same' };
    const content = await readBytes(createReadStream(path, { signal }));
    return content.status === 'read' ? { ...content, etag: mark } : content;
  } catch (error) {
    return { status: 'fault', because: codeOf(error) };
  }
}

function codeOf(error: unknown): string {
  if (!isError(error)) return 'unknown error';
  switch (error.code) {
    case 'ENOENT':
      return 'there is no such file';
    case 'EACCES':
      return 'the backend may not read it';
    default:
      return String(error.code ?? error.name);
  }
}
