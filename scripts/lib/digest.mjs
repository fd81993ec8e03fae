import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { root } from './paths.mjs';

const LEFT_OUT = new Set([
  'node_modules',
  'dist',
  'dist-types',
  '.git',
  'coverage',
]);

/** Every file under the paths, in a stable order, as paths from the root. */
function filesUnder(paths) {
  const found = [];
  const visit = file => {
    const stat = fs.statSync(path.join(root, file), { throwIfNoEntry: false });
    if (!stat) return;
    if (!stat.isDirectory()) {
      found.push(file);
      return;
    }
    for (const name of fs.readdirSync(path.join(root, file)).sort()) {
      if (!LEFT_OUT.has(name)) visit(path.join(file, name));
    }
  };
  paths.forEach(visit);
  return found;
}

/** One digest of the names and contents of all files under the paths. */
export function digestOf(paths) {
  const hash = createHash('sha256');
  for (const file of filesUnder(paths)) {
    hash.update(`${file.split(path.sep).join('/')}\0`);
    hash.update(fs.readFileSync(path.join(root, file)));
  }
  return hash.digest('hex');
}

/** Every package.json of the workspace, as paths from the root. */
export function manifests() {
  const folders = ['packages', 'plugins'].flatMap(folder =>
    fs
      .readdirSync(path.join(root, folder))
      .sort()
      .map(name => path.join(folder, name)),
  );
  return ['.', ...folders]
    .map(folder => path.join(folder, 'package.json'))
    .filter(file => fs.existsSync(path.join(root, file)));
}

/** Whether the stamp holds this digest: the work was done for exactly these files. */
export function isStamped(stamp, digest) {
  return (
    fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8').trim() === digest
  );
}

/** Remembers that the work was done for these files. */
export function writeStamp(stamp, digest) {
  fs.mkdirSync(path.dirname(stamp), { recursive: true });
  fs.writeFileSync(stamp, `${digest}\n`);
}
