import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { root } from '../lib/paths.mjs';

const folder = path.join(root, 'plugins', 'accountability-backend');
const require = createRequire(path.join(folder, 'package.json'));

const HEADER = `# Tables

Made by \`npm run generate\` from the migrations. Do not edit.

Types are those of SQLite, where an instant is a \`datetime\` and PostgreSQL has \`timestamptz\`.
`;

/**
 * Comments of tables and columns, read from the text of the migrations:
 * SQLite keeps none.
 */
function readComments() {
  const migrations = path.join(folder, 'migrations');
  const comments = new Map();
  const names = fs.readdirSync(migrations).filter(name => name.endsWith('.js'));
  for (const name of names.sort()) {
    const text = fs.readFileSync(path.join(migrations, name), 'utf8');
    let table;
    for (const statement of text.split(/;\s*\n/)) {
      table = /(?:create|alter)Table\('(\w+)'/i.exec(statement)?.[1] ?? table;
      const comment = /\.comment\(\s*(?:'([^']*)'|"([^"]*)")/.exec(statement);
      if (!comment) continue;
      const column = /(?:table\.\w+\(|instant\(table, )'(\w+)'/.exec(statement);
      comments.set(
        column ? `${table}.${column[1]}` : table,
        comment[1] ?? comment[2],
      );
    }
  }
  return comments;
}

async function describe(knex, table, comments) {
  const columns = await knex.raw(`pragma table_info(${table})`);
  const indices = await knex.raw(`pragma index_list(${table})`);
  const lines = [`## ${table}`, '', comments.get(table) ?? '', ''];
  lines.push('| column | type | null | meaning |', '|---|---|---|---|');
  for (const { name, type, notnull, pk } of columns) {
    const meaning = comments.get(`${table}.${name}`) ?? '';
    lines.push(
      `| \`${name}\` | ${type} | ${
        notnull || pk ? 'no' : 'yes'
      } | ${meaning} |`,
    );
  }
  const key = columns.filter(column => column.pk).sort((a, b) => a.pk - b.pk);
  lines.push('', `Key: ${list(key.map(column => column.name))}.`);
  const others = [];
  for (const { name, origin, unique } of indices) {
    if (origin === 'pk') continue;
    const parts = await knex.raw(`pragma index_info(${name})`);
    const kind = unique ? 'Unique' : 'Index';
    others.push(`${kind}: ${list(parts.map(part => part.name))}.`);
  }
  return [...lines, ...others.sort(), ''].join('\n');
}

function list(columns) {
  return columns.map(name => `\`${name}\``).join(', ');
}

/** The report of all tables, as the migrations leave them. */
export async function generate() {
  const knex = require('knex')({
    client: 'better-sqlite3',
    connection: ':memory:',
    useNullAsDefault: true,
    pool: { min: 1, max: 1 },
  });
  try {
    await knex.migrate.latest({ directory: path.join(folder, 'migrations') });
    const tables = await knex('sqlite_master')
      .where('type', 'table')
      .whereNot('name', 'like', 'knex_%')
      .whereNot('name', 'like', 'sqlite_%')
      .orderBy('name')
      .pluck('name');
    const comments = readComments();
    const parts = [HEADER];
    for (const table of tables) {
      parts.push(await describe(knex, table, comments));
    }
    return [
      {
        path: 'plugins/accountability-backend/report.sql.md',
        text: parts.join('\n'),
      },
    ];
  } finally {
    await knex.destroy();
  }
}
