import { readFile, readdir, stat } from 'fs/promises';
import { basename, join, relative, sep } from 'path';
import { isError } from '@backstage/errors';
import { FoundFile, gatherFiles, isPolicyPath } from './gatherFiles';
import { PolicyLocation, ReadLocation } from './PolicyLocation';

/**
 * Reads a file, or the YAML files in a directory and in those below it. Files
 * are named by their path within the directory, so that every replica sees the
 * same names. What cannot be read is a result.
 */
export async function readFileLocation({
  target,
  location,
}: PolicyLocation): Promise<ReadLocation> {
  try {
    return await gatherFiles(location, await find(target));
  } catch (error) {
    const why = isError(error) ? error.message.slice(0, 300) : String(error);
    const because = `${location} cannot be read (${why}): see that it is there and may be read by the backend.`;
    return { status: 'failed', because };
  }
}

async function find(target: string): Promise<FoundFile[]> {
  const there = await stat(target);
  const toFile = (path: string, name: string, size?: number): FoundFile => ({
    name,
    size,
    read: () => readFile(path),
  });
  if (!there.isDirectory()) {
    return [toFile(target, basename(target), there.size)];
  }
  const entries = await readdir(target, {
    recursive: true,
    withFileTypes: true,
  });
  return Promise.all(
    entries
      // A mounted config map holds links to files.
      .filter(entry => !entry.isDirectory() && isPolicyPath(entry.name))
      .map(entry => join(entry.parentPath, entry.name))
      .map(path => [path, relative(target, path).split(sep).join('/')])
      // Such a map also holds its files once more in folders that begin with two dots.
      .filter(
        ([, name]) => !name.split('/').some(part => part.startsWith('..')),
      )
      .map(async ([path, name]) => toFile(path, name, (await stat(path)).size)),
  );
}
