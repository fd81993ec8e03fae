import { createHash } from 'crypto';
import { readFile, readdir, stat } from 'fs/promises';
import { basename, join } from 'path';
import { PolicyFile } from 'backstage-plugin-accountability-engine';

/**
 * Reads the YAML files at the paths, each a file or a directory. Files are
 * named by their last part only, so that every replica sees the same names.
 * Throws where a path cannot be read.
 */
export async function readPolicyFiles(
  paths: readonly string[],
): Promise<PolicyFile[]> {
  const found: string[] = [];
  for (const path of paths) {
    if ((await stat(path)).isDirectory()) {
      const names = (await readdir(path)).sort();
      found.push(...names.map(name => join(path, name)));
    } else {
      found.push(path);
    }
  }
  const yaml = found.filter(path => /\.ya?ml$/.test(path));
  return Promise.all(
    yaml.map(async path => {
      return { name: basename(path), text: await readFile(path, 'utf8') };
    }),
  );
}

/** Digest that names this very policy: sha256 over names and texts, hex. */
export function digestFiles(files: readonly PolicyFile[]): string {
  const parts = files.map(({ name, text }) => [name, text]);
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}
