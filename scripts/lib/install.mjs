import fs from 'node:fs';
import path from 'node:path';
import { digestOf, isStamped, manifests, writeStamp } from './digest.mjs';
import { npmSetting } from './npm.mjs';
import { inRoot, toolchainDir } from './paths.mjs';
import { openLog, run } from './run.mjs';
import { count, step, StepFailure } from './steps.mjs';
import { yarnScript } from './toolchain.mjs';

const stamp = path.join(toolchainDir, 'stamp');
const inputs = () => ['yarn.lock', '.yarnrc.yml', ...manifests()];

/** What npm knows of the way to the registry, as settings of Yarn in the environment. */
export async function yarnSettings() {
  const names = ['registry', 'https-proxy', 'proxy', 'cafile'];
  const [registry, httpsProxy, proxy, cafile] = await Promise.all(
    names.map(npmSetting),
  );
  const settings = {
    // The lock file names every version; a waiting time for new ones has no say here.
    YARN_NPM_MINIMAL_AGE_GATE: '0',
    YARN_ENABLE_TELEMETRY: '0',
    YARN_ENABLE_PROGRESS_BARS: '0',
  };
  if (registry) {
    settings.YARN_NPM_REGISTRY_SERVER = registry.replace(/\/$/, '');
    if (registry.startsWith('http:')) {
      settings.YARN_UNSAFE_HTTP_WHITELIST = new URL(registry).hostname;
    }
  }
  if (httpsProxy) settings.YARN_HTTPS_PROXY = httpsProxy;
  if (proxy) settings.YARN_HTTP_PROXY = proxy;
  if (cafile) settings.YARN_HTTPS_CA_FILE_PATH = cafile;
  return settings;
}

async function install(digest) {
  const log = openLog('install');
  try {
    await run(process.execPath, [yarnScript, 'install', '--immutable'], {
      what: 'yarn install',
      log,
      env: { ...process.env, ...(await yarnSettings()) },
    });
  } catch (error) {
    throw new StepFailure(
      `${error.message}. If it could not reach a registry, see \`npm config get registry\`; ` +
        'if the lock file would change, run Yarn by hand and commit yarn.lock.',
      { log },
    );
  }
  writeStamp(stamp, digest);
  return `${count(fs.readdirSync(inRoot('node_modules')).length)} folders`;
}

/** Installs the packages of the lock file, unless exactly these are installed. */
export async function ensureInstalled() {
  const digest = digestOf(inputs());
  const there = fs.existsSync(inRoot('node_modules', '.yarn-state.yml'));
  if (there && isStamped(stamp, digest)) return;
  await step('installing packages', () => install(digest));
}
