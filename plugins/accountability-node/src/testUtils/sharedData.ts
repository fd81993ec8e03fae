import fs from 'node:fs';
import path from 'node:path';
import { resolvePackagePath } from '@backstage/backend-plugin-api';

/** The folder of real data that stands beside a checkout, where it is there. */
const folder = resolvePackagePath(
  'backstage-plugin-accountability-node',
  '../../../shared/data',
);

/**
 * The path of real data to test with; undefined, with a message, where it is
 * not there. A test skips then.
 */
export function sharedData(...parts: string[]): string | undefined {
  const found = path.join(folder, ...parts);
  if (fs.existsSync(found)) return found;
  process.stderr.write(
    `Skipped: there is no ${parts.join('/')} to test with\n`,
  );
  return undefined;
}

/** Paths of the JSON files below a folder, sorted. */
export function jsonFilesBelow(root: string): string[] {
  return fs
    .readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.json'))
    .sort()
    .map(name => path.join(root, name));
}
