import { TestDatabases } from '@backstage/backend-test-utils';
import { countStatements } from '../../database/__testUtils__/testCatalog';
import {
  Registry,
  packageBench,
  packument,
  startRegistry,
} from './__testUtils__/packageBench';
import { readPackageStates } from './readPackageStates';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const now = Date.UTC(2026, 10, 23, 12);
const on = ['packages'] as const;
const [a, b, c] = ['pkg:npm/a', 'pkg:npm/b', 'pkg:npm/%40acme/secret'];
const known = packument({ '1.0.0': '2026-01-01T00:00:00Z' });

describe.each(databases.eachSupportedId())('states of packages on %s', id => {
  let registry: Registry;
  beforeEach(async () => {
    registry = await startRegistry();
  });
  afterEach(() => registry.close());

  const setUp = (names: string[]) =>
    packageBench(
      { databases, id },
      { sources: [{ kind: 'npm', url: `${registry.url}/npm` }], names },
    );

  it('are off where no source is configured', async () => {
    const { knex } = await setUp([]);

    expect(await readPackageStates(knex, { on: ['kev'] })).toEqual({
      id: 'packages',
      state: 'off',
    });
  });

  it('wait while none was asked for', async () => {
    const { knex } = await setUp([]);

    expect(await readPackageStates(knex, { on })).toEqual({
      id: 'packages',
      state: 'waiting',
      entries: 0,
      absent: 0,
      failing: 0,
      waiting: 0,
    });
  });

  it('are good where a source answers, also that it knows none', async () => {
    const { knex, run } = await setUp([a, b]);
    registry.replies['/npm/a'] = known;
    await run();

    expect(await readPackageStates(knex, { on })).toEqual({
      id: 'packages',
      state: 'good',
      entries: 1,
      absent: 1,
      failing: 0,
      waiting: 0,
      loadedAt: now,
    });
  });

  it('count those that fail, without a name of any', async () => {
    const { knex, run } = await setUp([a, c]);
    registry.replies['/npm/a'] = known;
    registry.replies['/npm/@acme%2Fsecret'] = { status: 403, body: {} };
    await run();

    const state = await readPackageStates(knex, { on });

    expect(state).toMatchObject({
      state: 'failing',
      entries: 1,
      failing: 1,
      because: 'Releases of 1 of 2 packages could not be read the last time.',
    });
    expect(JSON.stringify(state)).not.toMatch(/secret|127\.0\.0\.1/);
  });

  it('leave out what no bill names any more', async () => {
    const { knex, run, state } = await setUp([a, b]);
    registry.replies['/npm/a'] = known;
    registry.replies['/npm/b'] = known;
    await run();
    state.names = [b];
    await run();

    expect(await readPackageStates(knex, { on })).toMatchObject({ entries: 1 });
  });

  it('are read in one statement', async () => {
    const { knex, run } = await setUp([a, b, c]);
    await run();
    const counts = countStatements(knex);

    await readPackageStates(knex, { on });

    expect(counts.all).toBe(1);
  });
});
