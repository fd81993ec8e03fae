import fs from 'node:fs';
import path from 'node:path';
import { npm, npmSetting } from '../lib/npm.mjs';
import { yarnSettings } from '../lib/install.mjs';
import { inRoot } from '../lib/paths.mjs';
import { run, start } from '../lib/run.mjs';
import { yarnScript } from '../lib/toolchain.mjs';

const DAY_MS = 86_400_000;
// A release of Backstage takes some days to be complete.
const RELEASE_MS = 7 * DAY_MS;

/** A new app as `create-app` makes it, in a folder of its own, with a Yarn of its own on the path. */
export class FreshApp {
  constructor(folder, log) {
    this.folder = path.join(folder, 'app');
    this.commands = path.join(folder, 'commands');
    this.log = log;
    this.env = { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' };
  }

  file(...parts) {
    return path.join(this.folder, ...parts);
  }

  read(name) {
    return fs.readFileSync(this.file(name), 'utf8');
  }

  write(name, text) {
    fs.mkdirSync(path.dirname(this.file(name)), { recursive: true });
    fs.writeFileSync(this.file(name), text);
  }

  /** Makes the app; gives the release of Backstage that it is of. */
  async create() {
    this.#putYarnOnThePath();
    const args = ['--path', this.folder, '--skip-install'];
    await npm(
      ['exec', '--yes', '--', '@backstage/create-app@latest', ...args],
      {
        log: this.log,
        cwd: path.dirname(this.folder),
        env: { ...this.env, BACKSTAGE_APP_NAME: 'afternoon' },
      },
    );
    return JSON.parse(this.read('backstage.json')).version;
  }

  /** From here on packages come from `registry`. */
  async use(registry) {
    const settings = await yarnSettings();
    // The app's own waiting time for new versions is part of what is tried.
    delete settings.YARN_NPM_MINIMAL_AGE_GATE;
    Object.assign(this.env, settings, {
      YARN_NPM_REGISTRY_SERVER: registry.url,
      YARN_UNSAFE_HTTP_WHITELIST: '127.0.0.1',
      // Else `yarn add` asks a search service on the internet whether a package has types.
      YARN_TS_ENABLE_AUTO_TYPES: '0',
    });
  }

  /**
   * Gives the app the pins of this checkout, with which nothing has to be compiled, and, where
   * create-app could not fetch the lock file of the release, keeps later releases out.
   */
  async pin() {
    const manifest = JSON.parse(this.read('package.json'));
    const { resolutions } = JSON.parse(
      fs.readFileSync(inRoot('package.json'), 'utf8'),
    );
    manifest.resolutions = { ...manifest.resolutions, ...resolutions };
    this.write('package.json', `${JSON.stringify(manifest, null, 2)}\n`);
    const seeded = /^"?@backstage\//m.test(this.read('yarn.lock'));
    const settings = ['nodeLinker: node-modules', 'enableScripts: false'];
    if (!seeded) settings.push(...(await this.#withoutLaterReleases()));
    this.write('.yarnrc.yml', `${settings.join('\n')}\n`);
    return seeded ? 'with the lock file of the release' : 'without a lock file';
  }

  yarn(args) {
    return run(process.execPath, [yarnScript, ...args], this.#options(args));
  }

  startYarn(args) {
    return start(process.execPath, [yarnScript, ...args], this.#options(args));
  }

  /** Runs a block of commands of a page. */
  shell(text) {
    return run('sh', ['-e', '-c', text], {
      ...this.#options([]),
      what: text.trim(),
    });
  }

  #options(args) {
    const { folder: cwd, env, log } = this;
    return { cwd, env, log, what: `yarn ${args.join(' ')}` };
  }

  #putYarnOnThePath() {
    fs.mkdirSync(this.commands, { recursive: true });
    const script = `#!/bin/sh\nexec '${process.execPath}' '${yarnScript}' "$@"\n`;
    fs.writeFileSync(path.join(this.commands, 'yarn'), script, { mode: 0o755 });
    this.env.PATH = [this.commands, process.env.PATH].join(path.delimiter);
  }

  /** A release of Backstage is a set of versions; a range alone would mix two of them. */
  async #withoutLaterReleases() {
    const lines = [];
    await npm(['view', '@backstage/create-app', 'version', 'time', '--json'], {
      onLine: line => lines.push(line),
    });
    const { version, time } = JSON.parse(lines.join('\n'));
    const until = Date.parse(time[version]) + RELEASE_MS;
    const days = Math.max(0, Math.floor((Date.now() - until) / DAY_MS));
    return [
      `npmMinimalAgeGate: ${days}d`,
      'npmPreapprovedPackages:',
      ...["'*'", "'@!(backstage)/*'", "'@backstage-*/*'"].map(
        name => `  - ${name}`,
      ),
    ];
  }
}

/** The registry that npm is set to. */
export const upstreamRegistry = async () =>
  (await npmSetting('registry')).replace(/\/$/, '');
