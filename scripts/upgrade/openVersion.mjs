import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { inRoot, root } from '../lib/paths.mjs';
import { ask, openLog, run } from '../lib/run.mjs';
import { step, StepFailure } from '../lib/steps.mjs';

/**
 * A checkout of the commit beside this tree, made once, whole or not at all. The one in
 * `instead`, which is of no use, becomes it: most of its packages are the same.
 */
async function checkOut(commit, instead) {
  const folder = inRoot('.data', 'upgrade', commit.slice(0, 12));
  const log = openLog('upgrade-checkout');
  const git = args => run('git', args, { log, what: 'git' });
  const begun = `${folder}.begun`;
  const isThere = fs.existsSync(folder);
  if (!isThere) {
    fs.rmSync(begun, { recursive: true, force: true });
    if (instead) fs.renameSync(instead, begun);
    else await git(['clone', '--quiet', '--no-hardlinks', root, begun]);
  }
  const place = isThere ? folder : begun;
  await git([
    ...['-C', place, 'checkout', '--quiet', '--force', '--detach', commit],
  ]);
  if (!isThere) fs.renameSync(begun, folder);
  return folder;
}

/** Whether it starts on tables that a later version has migrated further; the first versions did not. */
async function startsOnLaterTables(folder) {
  const found = await ask('git', [
    ...['-C', folder, 'grep', '-l', 'disableMigrationsListValidation'],
    ...['--', 'plugins/accountability-backend/src/*.ts'],
  ]);
  return Boolean(found);
}

/**
 * Checks a commit out and installs what it needs, by its own scripts and as its own `npm start`
 * does. Gives its folder, how it starts its backend and ends all that it started, and whether it
 * starts on the tables of a later version.
 */
export async function openVersion(commit, { instead } = {}) {
  const short = commit.slice(0, 12);
  let folder;
  await step(`checking ${short} out`, async () => {
    folder = await checkOut(commit, instead);
  });
  const lib = name =>
    import(pathToFileURL(path.join(folder, 'scripts', 'lib', `${name}.mjs`)));
  try {
    const { ensureToolchain } = await lib('toolchain');
    const { ensureInstalled } = await lib('install');
    await ensureToolchain();
    await ensureInstalled();
    const { startBackend } = await lib('product');
    const { stopAll } = await lib('run');
    const startsOnLater = await startsOnLaterTables(folder);
    return { folder, startBackend, stopAll, startsOnLater };
  } catch (error) {
    if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error;
    throw new StepFailure(
      `${short} is not started as today's scripts do it. Give a later one with --from.`,
    );
  }
}
