import { TestDatabases } from '@backstage/backend-test-utils';
import { countStatements } from '../../database/__testUtils__/testCatalog';
import { createListBench } from './__testUtils__/listBench';
import { epssOf, kevOf } from './__testUtils__/writtenLists';
import { readListStates } from './readListStates';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const start = Date.UTC(2026, 10, 23, 12);
const HOUR = 3_600_000;
const others = [
  { id: 'epss', state: 'off' },
  { id: 'lifecycles', state: 'off' },
];
const two = { 'CVE-2026-1000': '2026-11-20', 'CVE-2026-1001': '2026-11-20' };
const asOf = Date.UTC(2026, 10, 22, 15);

describe.each(databases.eachSupportedId())('states of lists on %s', id => {
  /** Has KEV read from files with these contents, one an hour. */
  async function load(...contents: string[]) {
    const bench = await createListBench(await databases.init(id));
    for (const content of contents) {
      const location = await bench.write('kev', content);
      bench.configure([{ name: 'kev', kind: 'file', location }]);
      await bench.runLater();
    }
    return bench;
  }

  it.each([
    { given: 'never run', contents: [], gives: { state: 'waiting' } },
    {
      given: 'loaded',
      contents: [kevOf(two)],
      gives: { state: 'good', entries: 2, asOf, loadedAt: start + HOUR },
    },
    {
      given: 'never read',
      contents: ['half of {'],
      gives: {
        state: 'failing',
        because: expect.stringMatching(/^CISA KEV at .* cannot be read: .*\.$/),
      },
    },
    {
      given: 'read once and not again',
      contents: [kevOf(two), 'half of {'],
      gives: {
        state: 'failing',
        entries: 2,
        asOf,
        loadedAt: start + HOUR,
        because: expect.stringContaining('cannot be read'),
      },
    },
    {
      given: 'mended',
      contents: ['half of {', kevOf(two)],
      gives: { state: 'good', entries: 2, asOf, loadedAt: start + 2 * HOUR },
    },
  ])('say of one that is $given: $gives.state', async ({ contents, gives }) => {
    const { knex } = await load(...contents);

    const states = await readListStates(knex, { on: ['kev'] });

    expect(states).toEqual([{ id: 'kev', ...gives }, ...others]);
  });

  it('say nothing of one that is not configured any more', async () => {
    const { knex } = await load(kevOf(two));

    const states = await readListStates(knex, { on: ['packages'] });

    expect(states).toEqual([{ id: 'kev', state: 'off' }, ...others]);
  });

  it('say nothing of what an address holds besides its place', async () => {
    const bench = await createListBench(await databases.init(id));
    bench.configure([
      {
        name: 'epss',
        kind: 'url',
        location: 'http://127.0.0.1:1/epss.csv?token=s3cret',
      },
    ]);
    await bench.run();

    const states = await readListStates(bench.knex, { on: ['epss'] });

    expect(states).toContainEqual({
      id: 'epss',
      state: 'failing',
      because: expect.stringContaining('http://127.0.0.1:1/epss.csv cannot'),
    });
    expect(JSON.stringify(states)).not.toContain('s3cret');
  });

  it('are read in one statement', async () => {
    const bench = await load(kevOf(two));
    const location = await bench.write('epss', epssOf({ 'CVE-2026-1': 0.5 }));
    bench.configure([{ name: 'epss', kind: 'file', location }]);
    await bench.runLater();
    const counts = countStatements(bench.knex);

    await readListStates(bench.knex, { on: ['kev', 'epss', 'lifecycles'] });

    expect(counts.all).toBe(1);
  });
});
