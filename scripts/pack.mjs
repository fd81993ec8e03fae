import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { atEnd, main } from './lib/main.mjs';
import { step, StepFailure } from './lib/steps.mjs';
import { packTarball } from './release/packTarball.mjs';
import { publishedPackages } from './release/publishedPackages.mjs';
import { packsDir, stageDir } from './release/readPacked.mjs';
import {
  buildPackages,
  removeBuilt,
  stagePackages,
  writeDeclarations,
} from './release/stagePackages.mjs';
import { tarballTroubles } from './release/tarballTroubles.mjs';

const HELP = `npm run pack -- [--skip-tsc]

Builds every package that is published and packs it into .data/packs, one tarball each, then
looks into each: code, types, licence, schema of the configuration, migrations, policies.
--skip-tsc takes the declarations of the last run.`;

async function packAll(packages) {
  for (const old of fs
    .readdirSync(packsDir)
    .filter(name => /\.tgz$/.test(name)))
    fs.rmSync(path.join(packsDir, old));
  const troubles = [];
  let bytes = 0;
  for (const { folder } of packages) {
    const packed = await packTarball(path.join(stageDir, folder), packsDir);
    bytes += packed.size;
    for (const trouble of tarballTroubles(folder, packed))
      troubles.push(`${packed.manifest.name} ${trouble}`);
  }
  if (troubles.length > 0)
    throw new StepFailure(
      `Tarballs are not what they should be:\n${troubles.join('\n')}`,
    );
  return `${packages.length} tarballs, ${Math.ceil(bytes / 1024)} kB`;
}

await main(async () => {
  const { values } = parseArgs({
    options: {
      help: { type: 'boolean', short: 'h' },
      'skip-tsc': { type: 'boolean' },
    },
  });
  if (values.help) {
    console.log(HELP);
    return;
  }
  const packages = publishedPackages();
  await step('writing declarations', () =>
    writeDeclarations(packages, { skip: values['skip-tsc'] }),
  );
  atEnd(removeBuilt);
  await step('building', buildPackages);
  await step('laying out', () => stagePackages(packages, stageDir));
  await step('packing', () => packAll(packages));
});
