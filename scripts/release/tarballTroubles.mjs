import fs from 'node:fs';
import path from 'node:path';
import { inRoot } from '../lib/paths.mjs';
import { importsOfBuilt } from './importsOfBuilt.mjs';
import { stageDir } from './readPacked.mjs';

const SOURCE_ONLY =
  /(^|\/)(src|dev|node_modules|__fixtures__|__testUtils__)\/|\.test\.[cm]?[jt]sx?$/;
const EXECUTABLE = 0o111;

/** Every file that a manifest says is there, from its root. */
function promised({ main, module, types, exports, bin, configSchema }) {
  const ofExports = Object.values(exports ?? {}).flatMap(entry =>
    typeof entry === 'string' ? [entry] : Object.values(entry),
  );
  return [main, module, types, configSchema, ...ofExports]
    .concat(Object.values(bin ?? {}))
    .filter(file => file && !file.startsWith('@'))
    .map(file => path.posix.normalize(file));
}

/** The folders that the tree publishes beside `dist`: migrations, policies, examples. */
function foldersBeside(folder, manifest) {
  return manifest.files.filter(
    name =>
      name !== 'dist' &&
      fs
        .statSync(inRoot(folder, name), { throwIfNoEntry: false })
        ?.isDirectory(),
  );
}

/** What code or declarations ask for and the manifest does not bring. */
function unlisted(folder, { name, dependencies, peerDependencies }) {
  const listed = { [name]: '', ...dependencies, ...peerDependencies };
  return importsOfBuilt(path.join(stageDir, folder, 'dist')).filter(
    asked => listed[asked] === undefined,
  );
}

/** What is wrong with a tarball, a sentence each: what is missing from it, and what has no place in it. */
export function tarballTroubles(folder, { files, manifest }) {
  const paths = files.map(file => file.path);
  const wanted = [
    'README.md',
    'LICENSE',
    'package.json',
    ...promised(manifest),
  ];
  const missing = [...new Set(wanted)].filter(file => !paths.includes(file));
  const short = foldersBeside(folder, manifest).filter(
    name =>
      paths.filter(file => file.startsWith(`${name}/`)).length <
      fs.readdirSync(inRoot(folder, name)).length,
  );
  const commands = Object.values(manifest.bin ?? {}).map(file =>
    path.posix.normalize(file),
  );
  const dead = files.filter(
    file => commands.includes(file.path) && !(file.mode & EXECUTABLE),
  );
  const configured = fs.existsSync(inRoot(folder, 'config.d.ts'));
  return [
    ...missing.map(file => `lacks ${file}`),
    ...short.map(name => `lacks files of ${name}`),
    ...paths
      .filter(file => SOURCE_ONLY.test(file))
      .map(file => `has ${file}, which is of the sources`),
    ...unlisted(folder, manifest).map(
      name => `imports ${name}, which it does not list`,
    ),
    ...dead.map(file => `${file.path} cannot be executed`),
    ...(configured && !manifest.configSchema
      ? ['has no schema of its configuration']
      : []),
    ...(JSON.stringify(manifest).includes('workspace:')
      ? ['has ranges that only the tree knows']
      : []),
  ];
}
