import fs from 'node:fs';
import { inRoot } from '../lib/paths.mjs';

const readManifest = folder =>
  JSON.parse(fs.readFileSync(inRoot(folder, 'package.json'), 'utf8'));

/** Every package that is published: its folder from the root, and its manifest as it stands in the tree. */
export function publishedPackages() {
  return fs
    .readdirSync(inRoot('plugins'))
    .sort()
    .map(name => `plugins/${name}`)
    .filter(folder => fs.existsSync(inRoot(folder, 'package.json')))
    .map(folder => ({ folder, manifest: readManifest(folder) }))
    .filter(({ manifest }) => !manifest.private);
}
