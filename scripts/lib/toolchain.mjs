import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { npm } from './npm.mjs';
import { toolchainDir } from './paths.mjs';
import { openLog } from './run.mjs';
import { step, StepFailure } from './steps.mjs';

const GOOD_NODES = [24, 22];
const YARN = '4.13.0';
const onWindows = process.platform === 'win32';

const major = version => Number(version.replace(/^v/, '').split('.')[0]);
const runsGoodNode = () => GOOD_NODES.includes(major(process.version));

/** The npm package that carries Node for this machine. */
function nodePackage() {
  const system = onWindows ? 'win' : process.platform;
  const machine = `${system}-${os.arch()}`;
  return machine === 'darwin-arm64' ? `node-bin-${machine}` : `node-${machine}`;
}

const inToolchain = (...parts) =>
  path.join(toolchainDir, 'node_modules', ...parts);
const nodeBinary = () =>
  inToolchain(nodePackage(), 'bin', onWindows ? 'node.exe' : 'node');

/** The Yarn that comes with the toolchain. */
export const yarnScript = inToolchain('@yarnpkg/cli-dist/bin/yarn.js');

/** The version of a package in the toolchain, or undefined. */
function installed(name) {
  const file = inToolchain(name, 'package.json');
  return fs.existsSync(file)
    ? JSON.parse(fs.readFileSync(file, 'utf8')).version
    : undefined;
}

function missing() {
  const wanted = [];
  if (installed('@yarnpkg/cli-dist') !== YARN)
    wanted.push(`@yarnpkg/cli-dist@${YARN}`);
  const haveNode =
    runsGoodNode() || (installed(nodePackage()) && fs.existsSync(nodeBinary()));
  if (!haveNode) wanted.push(`${nodePackage()}@${GOOD_NODES[0]}`);
  return wanted;
}

async function install(wanted) {
  const log = openLog('toolchain');
  fs.mkdirSync(toolchainDir, { recursive: true });
  const manifest = path.join(toolchainDir, 'package.json');
  if (!fs.existsSync(manifest))
    fs.writeFileSync(manifest, '{ "private": true }\n');
  const quiet = [
    '--no-audit',
    '--no-fund',
    '--no-update-notifier',
    '--loglevel=warn',
  ];
  const options = [
    '--ignore-scripts',
    '--save-exact',
    '--no-workspaces',
    ...quiet,
  ];
  try {
    await npm(['install', '--prefix', toolchainDir, ...options, ...wanted], {
      log,
    });
  } catch (error) {
    throw new StepFailure(
      `npm could not install ${wanted.join(
        ' and ',
      )}. A registry must be reachable ` +
        'the first time: see `npm config get registry` and `npm ping`.',
      { log: error.log ?? log },
    );
  }
}

/** Runs the script again under the toolchain's Node; its end is our end. */
async function again() {
  const child = spawn(nodeBinary(), process.argv.slice(1), {
    stdio: 'inherit',
    env: withNodeFirst(path.dirname(nodeBinary())),
  });
  // A terminal gives Ctrl-C to both; whoever sends a signal to us alone means the child too.
  const pass = name => child.kill(name);
  for (const name of ['SIGINT', 'SIGTERM']) {
    process.removeAllListeners(name);
    process.on(name, pass);
  }
  await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, by) => {
      process.exitCode = by ? 1 : code;
      resolve();
    });
  });
  process.exit();
}

function withNodeFirst(folder) {
  const key =
    Object.keys(process.env).find(name => name.toLowerCase() === 'path') ??
    'PATH';
  return {
    ...process.env,
    [key]: `${folder}${path.delimiter}${process.env[key] ?? ''}`,
  };
}

/**
 * Sees to it that this script runs under Node 22 or 24 with Yarn at hand, taking both from
 * npm's registry where the machine has neither. Does not return in a process that is replaced.
 */
export async function ensureToolchain() {
  const wanted = missing();
  if (wanted.length > 0) {
    await step('getting Node and Yarn', () =>
      install(wanted).then(() => wanted.join(', ')),
    );
  }
  if (!runsGoodNode()) await again();
}
