import fs from 'node:fs';
import path from 'node:path';
import { inRoot } from '../lib/paths.mjs';
import { StepFailure } from '../lib/steps.mjs';
import { publishedPackages } from './publishedPackages.mjs';

/** Where `npm run pack` puts the tarballs. */
export const packsDir = inRoot('.data', 'packs');
/** Where it lays the packages out. */
export const stageDir = path.join(packsDir, 'stage');

/** Each tarball of the last `npm run pack` with the manifest that it holds. */
export function readPacked() {
  return publishedPackages().map(({ folder, manifest: { name, version } }) => {
    const file = path.join(packsDir, `${name}-${version}.tgz`);
    if (!fs.existsSync(file))
      throw new StepFailure(
        `${name} is not packed: run \`npm run pack\` first.`,
      );
    const staged = path.join(stageDir, folder, 'package.json');
    return { file, manifest: JSON.parse(fs.readFileSync(staged, 'utf8')) };
  });
}
