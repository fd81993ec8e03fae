import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from './ports.mjs';
import { placePostgres, serverUser } from './postgresFiles.mjs';
import { openLog, run, signal, start } from './run.mjs';
import { StepFailure } from './steps.mjs';

const PASSWORD = 'postgres';
/** A server for tests has a hundred databases, and would look after each once a minute. */
const FASTER_THAN_SAFE = [
  ...['fsync', 'synchronous_commit', 'full_page_writes'],
  'autovacuum',
];
const READY = 'database system is ready to accept connections';
const READY_WITHIN_MS = 60_000;
const GRACE_MS = 10_000;

const setting = (name, value) => ['-c', `${name}=${value}`];

async function initialise({ bin, data }, options) {
  const passwordFile = path.join(data, '..', `${path.basename(data)}.password`);
  const { uid, gid } = options;
  fs.writeFileSync(passwordFile, `${PASSWORD}\n`, { mode: 0o600 });
  if (uid !== undefined) {
    fs.chownSync(passwordFile, uid, gid);
    fs.chownSync(data, uid, gid);
  }
  try {
    await run(
      path.join(bin, 'initdb'),
      [
        ...[
          '--pgdata',
          data,
          '--username',
          'postgres',
          '--pwfile',
          passwordFile,
        ],
        ...['--auth', 'scram-sha-256', '--encoding', 'UTF8', '--locale', 'C'],
        '--no-sync',
      ],
      { ...options, what: "PostgreSQL's initdb" },
    );
  } finally {
    fs.rmSync(passwordFile, { force: true });
  }
}

function serve({ bin, data }, { port, durable, ...options }) {
  const speed = durable
    ? [...setting('shared_buffers', '512MB'), ...setting('max_wal_size', '4GB')]
    : FASTER_THAN_SAFE.flatMap(name => setting(name, 'off'));
  const where = [
    ...setting('listen_addresses', '127.0.0.1'),
    ...setting('unix_socket_directories', ''),
    ...setting('max_connections', 300),
  ];
  return start(
    path.join(bin, 'postgres'),
    ['-D', data, '-p', String(port), ...where, ...speed],
    options,
  );
}

/** Ends the server without waiting for its clients. */
async function stopFast(server) {
  if (server.exitCode !== null || server.signalCode !== null) return;
  signal(server, 'SIGINT');
  const timer = setTimeout(() => signal(server, 'SIGKILL'), GRACE_MS);
  await server.ended;
  clearTimeout(timer);
}

/** Starts the server on its folder and waits until it is ready. */
async function serveReady(place, options) {
  let state = 'starting';
  const server = serve(place, {
    ...options,
    onLine: line => {
      if (line.includes(READY)) state = 'ready';
    },
  });
  server.ended.then(() => {
    state = 'ended';
  });
  const deadline = Date.now() + READY_WITHIN_MS;
  while (state === 'starting' && Date.now() < deadline) await sleep(20);
  if (state === 'ready') return server;
  await stopFast(server);
  throw new StepFailure('PostgreSQL did not start', { log: options.log });
}

/**
 * Starts a PostgreSQL for tests in a fresh folder: nothing in it outlives the run.
 * A `durable` one waits for its disk, as a server that is measured must.
 * Root may start it too, since the server then runs as another user.
 * `restart` ends it as a crash does, with nothing written that was not, and
 * starts it again, which recovers from its log.
 */
export async function startPostgres(databaseDir, { durable = false } = {}) {
  const log = openLog('postgres');
  const place = await placePostgres(databaseDir, log);
  const options = { log, cwd: place.data, ...serverUser() };
  const clear = () =>
    fs.rmSync(place.scratch, { recursive: true, force: true });
  await initialise(place, options);
  const port = await freePort();
  const launch = () => serveReady(place, { ...options, port, durable });
  let server = await launch().catch(error => {
    clear();
    throw error;
  });
  return {
    port,
    connection: `postgresql://postgres:${PASSWORD}@127.0.0.1:${port}/postgres`,
    restart: async () => {
      signal(server, 'SIGQUIT');
      await server.ended;
      server = await launch();
    },
    stop: async () => {
      await stopFast(server);
      clear();
    },
  };
}
