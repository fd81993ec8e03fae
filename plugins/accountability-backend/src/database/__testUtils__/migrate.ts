import { createHash, randomUUID } from 'node:crypto';
import {
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { memoize } from 'lodash';

const directory = resolvePackagePath(
  'backstage-plugin-accountability-backend',
  'migrations',
);

const HOUR_MS = 3_600_000;

/** Where the script of an hour is: another one for other migrations, or another way to write it. */
const scriptFile = memoize((hour: number) => {
  const hash = createHash('sha256').update(readFileSync(__filename));
  const names = readdirSync(directory, { recursive: true, encoding: 'utf8' });
  for (const name of names.filter(each => each.endsWith('.js')).sort()) {
    hash.update(name).update(readFileSync(join(directory, name)));
  }
  const digest = hash.digest('hex').slice(0, 16);
  return join(tmpdir(), `accountability-schema-${digest}-${hour}.sql`);
});

/**
 * Brings a test database to the newest schema. An empty one on SQLite from a script
 * of what the migrations make, kept for an hour for every run: 5 ms instead of
 * 60. On PostgreSQL the template of `npm test` has it already.
 */
export async function migrate(knex: Knex): Promise<void> {
  const isEmptySqlite =
    knex.client.config.client === 'better-sqlite3' &&
    !(await knex.schema.hasTable('knex_migrations'));
  if (!isEmptySqlite) {
    await knex.migrate.latest({ directory });
    return;
  }
  // A migration keeps the instant at which it ran.
  const file = scriptFile(Math.floor(Date.now() / HOUR_MS));
  if (existsSync(file)) {
    await execute(knex, readFileSync(file, 'utf8'));
    return;
  }
  await knex.migrate.latest({ directory });
  // Other processes write it too, and none may read half of it.
  const own = `${file}.${randomUUID()}`;
  writeFileSync(own, await writeScript(knex));
  renameSync(own, file);
}

/** Knex takes one statement at a time; the connection takes all. */
async function execute(knex: Knex, script: string): Promise<void> {
  const connection: { exec(sql: string): void } =
    await knex.client.acquireConnection();
  try {
    connection.exec(script);
  } finally {
    await knex.client.releaseConnection(connection);
  }
}

/** Statements that make the tables, their rows and what is on them. */
async function writeScript(knex: Knex): Promise<string> {
  const all: { type: string; name: string; sql: string | null }[] = await knex(
    'sqlite_master',
  );
  const made = all.filter(
    ({ name, sql }) => sql !== null && !name.startsWith('sqlite_'),
  );
  const tables = made.filter(({ type }) => type === 'table');
  const rows = [];
  for (const { name } of tables) rows.push(...(await writeRows(knex, name)));
  const others = made.filter(({ type }) => type !== 'table');
  const statements = [
    'begin',
    ...tables.map(({ sql }) => sql),
    ...rows,
    ...others.map(({ sql }) => sql),
    'commit',
  ];
  return `${statements.join(';\n')};\n`;
}

async function writeRows(knex: Knex, table: string): Promise<string[]> {
  const columns = Object.keys(await knex(table).columnInfo());
  const quoted = columns
    .map(column => `quote("${column}")`)
    .join(" || ',' || ");
  const rows: { row: string }[] = await knex(table).select(
    knex.raw(`${quoted} as row`),
  );
  return rows.map(({ row }) => `insert into "${table}" values (${row})`);
}
