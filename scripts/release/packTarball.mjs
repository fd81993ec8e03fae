import fs from 'node:fs';
import path from 'node:path';
import { npm } from '../lib/npm.mjs';

/**
 * Packs one staged folder into `target`. Gives the tarball's file, its size in bytes, and each
 * file in it with its mode.
 */
export async function packTarball(folder, target) {
  const lines = [];
  const options = ['--json', '--ignore-scripts', '--loglevel=error'];
  await npm(['pack', ...options, '--pack-destination', target], {
    cwd: folder,
    onLine: line => lines.push(line),
  });
  const [packed] = JSON.parse(lines.slice(lines.indexOf('[')).join('\n'));
  const file = path.join(target, packed.filename);
  return {
    file,
    size: packed.size,
    files: packed.files,
    manifest: JSON.parse(
      fs.readFileSync(path.join(folder, 'package.json'), 'utf8'),
    ),
  };
}
