import fs from 'node:fs';
import { inRoot } from '../lib/paths.mjs';
import { openLog, run } from '../lib/run.mjs';
import { withDatabase } from '../soak/withDatabase.mjs';
import { columnsOf, schemaOf } from './schemaOf.mjs';
import { contentsOf } from './contentsOf.mjs';
import { differencesOf } from './differencesOf.mjs';
import { rollbackCommand } from './rollbackCommand.mjs';

const PAGE = 'docs/operations/backup-and-upgrade.md';

/**
 * Goes back as the page says, once for each migration, while no backend runs. Gives what went
 * with the later version, and what is not as the earlier version had made it: tables, columns,
 * indices and constraints, and every row of them.
 */
export async function rollBack({ postgres, schema, later }) {
  const { port } = postgres;
  const command = rollbackCommand(
    fs.readFileSync(inRoot(PAGE), 'utf8'),
    `postgresql://postgres:postgres@127.0.0.1:${port}/backstage_plugin_accountability`,
  );
  const look = client => contentsOf(client, columnsOf(schema));
  const laterSchema = await withDatabase(port, schemaOf);
  const before = await withDatabase(port, look);
  const log = openLog('upgrade-rollback');
  for (const name of [...later].reverse())
    await run(command, [], { shell: true, log, what: `Undoing ${name}` });
  const earlierSchema = await withDatabase(port, schemaOf);
  const after = await withDatabase(port, look);
  return {
    rows: [...after.values()].reduce(
      (sum, said) => sum + parseInt(said, 10),
      0,
    ),
    tables: after.size,
    went: [...laterSchema.keys()].filter(name => !earlierSchema.has(name)),
    differences: [
      ...differencesOf(schema, earlierSchema),
      ...differencesOf(before, after),
    ],
  };
}
