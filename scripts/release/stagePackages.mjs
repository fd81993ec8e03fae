import fs from 'node:fs';
import path from 'node:path';
import { inRoot } from '../lib/paths.mjs';
import { openLog, run } from '../lib/run.mjs';
import { StepFailure } from '../lib/steps.mjs';
import { backstageCli, tsc } from '../lib/tools.mjs';
import { releaseManifest } from './releaseManifest.mjs';

// What packages declare is rolled up out of what the compiler writes here.
const declarations = folder => inRoot('dist-types', folder, 'src/index.d.ts');

/**
 * Writes the declarations of the whole tree. With `skip` it takes those that are there, for
 * another try right after.
 */
export async function writeDeclarations(packages, { skip = false } = {}) {
  if (!skip)
    await run(process.execPath, [tsc, '--pretty', 'false'], {
      what: 'tsc',
      log: openLog('pack-tsc'),
    });
  const missing = packages.find(
    ({ folder }) => !fs.existsSync(declarations(folder)),
  );
  if (missing)
    throw new StepFailure(
      `${missing.folder} has no declarations in dist-types: run without --skip-tsc.`,
    );
  return skip ? 'as they are' : undefined;
}

/** Builds every package into its own `dist`. */
export async function buildPackages() {
  await run(process.execPath, [backstageCli, 'repo', 'build'], {
    what: 'backstage-cli repo build',
    log: openLog('pack-build'),
  });
}

/** Removes what `buildPackages` made: the tree runs from its sources, and a `dist` would be taken for them. */
export function removeBuilt() {
  for (const parent of ['plugins', 'packages'])
    for (const name of fs.readdirSync(inRoot(parent)))
      if (name !== 'app')
        fs.rmSync(inRoot(parent, name, 'dist'), {
          recursive: true,
          force: true,
        });
}

/**
 * Lays every package out under `stage` as it is to be published. The manifests of the tree are
 * not touched, unlike by `yarn pack`, which rewrites them for a while.
 */
export async function stagePackages(packages, stage) {
  fs.rmSync(stage, { recursive: true, force: true });
  fs.mkdirSync(stage, { recursive: true });
  const names = packages.map(({ manifest }) => manifest.name);
  await run(
    process.execPath,
    [backstageCli, 'build-workspace', stage, ...names],
    {
      what: 'backstage-cli build-workspace',
      log: openLog('pack-stage'),
    },
  );
  const versions = Object.fromEntries(
    packages.map(({ manifest }) => [manifest.name, manifest.version]),
  );
  for (const { folder } of packages) {
    const file = path.join(stage, folder, 'package.json');
    const manifest = releaseManifest(
      JSON.parse(fs.readFileSync(file, 'utf8')),
      versions,
    );
    fs.writeFileSync(file, `${JSON.stringify(manifest, null, 2)}\n`);
    fs.copyFileSync(inRoot('LICENSE'), path.join(stage, folder, 'LICENSE'));
  }
}
