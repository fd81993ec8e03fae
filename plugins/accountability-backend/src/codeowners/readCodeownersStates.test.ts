import { TestDatabases } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import {
  countStatements,
  migrate,
} from '../database/__testUtils__/testCatalog';
import { insertRows } from '../database/insertRows';
import { readCodeownersStates } from '.';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const now = Date.UTC(2026, 10, 23, 12);
const HOUR = 3_600_000;
const on = ['codeowners'] as const;

const file = (
  name: string,
  status: string | null,
  rest: { hoursAgo?: number; isDue?: boolean } = {},
) => ({
  subject: `github:acme/${name}`,
  status,
  because: status === 'fault' ? `acme/${name} answers 403` : null,
  checked_at:
    status === null ? null : new Date(now - (rest.hoursAgo ?? 1) * HOUR),
  due_at: rest.isDue === false ? null : new Date(now),
});

describe.each(databases.eachSupportedId())('states of CODEOWNERS on %s', id => {
  let knex: Knex;
  const fill = (...files: ReturnType<typeof file>[]) =>
    insertRows(knex, { table: 'codeowners_files' }, files);
  beforeEach(async () => {
    knex = await databases.init(id);
    await migrate(knex);
  });

  it.each([
    {
      given: 'nothing',
      files: [],
      gives: {
        state: 'waiting',
        entries: 0,
        absent: 0,
        failing: 0,
        waiting: 0,
      },
    },
    {
      given: 'nothing that was looked at',
      files: [file('a', null), file('b', null)],
      gives: {
        state: 'waiting',
        entries: 0,
        absent: 0,
        failing: 0,
        waiting: 2,
      },
    },
    {
      given: 'files, repositories without one, and one to come',
      files: [
        file('a', 'read', { hoursAgo: 3 }),
        file('b', 'absent', { hoursAgo: 2 }),
        file('c', null),
      ],
      gives: {
        state: 'good',
        entries: 1,
        absent: 1,
        failing: 0,
        waiting: 1,
        loadedAt: now - 2 * HOUR,
      },
    },
    {
      given: 'nothing but faults',
      files: [file('a', 'fault')],
      gives: {
        state: 'failing',
        entries: 0,
        absent: 0,
        failing: 1,
        waiting: 0,
        because: '1 of 1 repositories could not be read the last time.',
      },
    },
    {
      given: 'faults, some at hosts that are not read',
      files: [
        file('a', 'read', { hoursAgo: 3 }),
        file('b', 'fault'),
        file('c', 'fault', { isDue: false }),
        file('d', 'fault', { isDue: false }),
      ],
      gives: {
        state: 'failing',
        entries: 1,
        absent: 0,
        failing: 3,
        waiting: 0,
        loadedAt: now - 3 * HOUR,
        because:
          '2 of 4 repositories are at a host from which such files are not read, and 1 of 4 repositories could not be read the last time.',
      },
    },
  ])('count $given', async ({ files, gives }) => {
    await fill(...files);

    expect(await readCodeownersStates(knex, { on })).toEqual({
      id: 'codeowners',
      ...gives,
    });
  });

  it('are off where files are not read, whatever was read before', async () => {
    await fill(file('a', 'read'));

    expect(await readCodeownersStates(knex, { on: ['runtimes'] })).toEqual({
      id: 'codeowners',
      state: 'off',
    });
  });

  it('are read in one statement, however many there are', async () => {
    await fill(...Array.from({ length: 300 }, (_, i) => file(`s${i}`, 'read')));
    const counts = countStatements(knex);

    const { entries } = await readCodeownersStates(knex, { on });

    expect(entries).toBe(300);
    expect(counts.all).toBe(1);
  });
});
