import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mockServices } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { migrate } from '../../../database/__testUtils__/testCatalog';
import { ListLoader } from '../ListLoader';
import { ListSettings } from '../readListSettings';
import { ListName } from '../ReferenceList';

const HOUR = 3_600_000;
const { signal } = new AbortController();

/** A database, a folder for files and loaders on them. */
export async function createListBench(knex: Knex) {
  await migrate(knex);
  const folder = await mkdtemp(join(tmpdir(), 'lists-'));
  const clock = { now: Date.UTC(2026, 10, 23, 12) };
  const warnings: string[] = [];
  const changes: ListName[] = [];
  const slept: number[] = [];
  const hooks = { onChanged: async () => {} };
  let settings: ListSettings[] = [];
  const create = () =>
    ListLoader.create({
      database: knex,
      settings,
      logger: mockServices.logger.mock({
        warn: message => warnings.push(message),
      }),
      onChanged: async (_, name) => {
        await hooks.onChanged();
        changes.push(name);
      },
      now: () => clock.now,
      sleep: async ms => {
        slept.push(ms);
      },
    });
  return {
    knex,
    clock,
    warnings,
    changes,
    slept,
    hooks,
    /** Configures lists, each to be looked at once an hour. */
    configure: (lists: Omit<ListSettings, 'everyMs'>[]) => {
      settings = lists.map(list => ({ ...list, everyMs: HOUR }));
    },
    /** Writes a file and gives its path. */
    write: async (name: string, content: string | Buffer) => {
      const path = join(folder, name);
      await writeFile(path, content);
      return path;
    },
    run: () => create().run({ signal }),
    /** Runs once everything is due again. */
    runLater: () => {
      clock.now += HOUR;
      changes.length = 0;
      return create().run({ signal });
    },
    row: (name: ListName) => knex('reference_lists').where({ name }).first(),
  };
}
