import { TestDatabases } from '@backstage/backend-test-utils';
import {
  countStatements,
  migrate,
} from '../database/__testUtils__/testCatalog';
import { insertRows } from '../database/insertRows';
import { readManifestStates } from '.';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const now = Date.UTC(2026, 10, 23, 12);

describe.each(databases.eachSupportedId())('states of runtimes on %s', id => {
  it.each([
    { given: ['runtimes'] as const, statements: 1, state: 'failing' },
    { given: ['codeowners'] as const, statements: 0, state: 'off' },
  ])(
    'are $state where $given.0 is read',
    async ({ given, statements, state }) => {
      const knex = await databases.init(id);
      await migrate(knex);
      await insertRows(
        knex,
        { table: 'manifest_repositories' },
        ['read', 'fault', null].map(status => ({
          subject: `github:acme/${status}`,
          status,
          checked_at: status === null ? null : new Date(now),
          due_at: new Date(now),
        })),
      );
      const counts = countStatements(knex);

      const told = await readManifestStates(knex, { on: given });

      expect(told).toEqual({
        id: 'runtimes',
        state,
        ...(state === 'failing' && {
          entries: 1,
          absent: 0,
          failing: 1,
          waiting: 1,
          loadedAt: now,
          because: '1 of 2 repositories could not be read the last time.',
        }),
      });
      expect(counts.all).toBe(statements);
    },
  );
});
