import { resolve } from 'node:path';
import { TestDatabases } from '@backstage/backend-test-utils';
import { countStatements } from '../database/__testUtils__/testCatalog';
import { createListBench } from './lists/__testUtils__/listBench';
import {
  epssOf,
  kevOf,
  lifecyclesOf,
} from './lists/__testUtils__/writtenLists';
import { readLifecycles, readVulnerabilities } from '.';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const directory = resolve(__dirname, '../../migrations');
const many = Array.from({ length: 2000 }, (_, i) => `CVE-2026-${1000 + i}`);

describe.each(databases.eachSupportedId())('loaded lists on %s', id => {
  async function load(files: {
    kev?: string;
    epss?: string;
    lifecycles?: string;
  }) {
    const bench = await createListBench(await databases.init(id));
    const fill = async (given: typeof files) => {
      const paths = {
        kev: given.kev && (await bench.write('kev', given.kev)),
        epss: given.epss && (await bench.write('epss', given.epss)),
        lifecycles:
          given.lifecycles && (await bench.write('care', given.lifecycles)),
      };
      bench.configure(
        (['kev', 'epss', 'lifecycles'] as const).flatMap(name => {
          const location = paths[name];
          return location ? [{ name, kind: 'file' as const, location }] : [];
        }),
      );
      await bench.runLater();
    };
    await fill(files);
    return { ...bench, fill };
  }

  it('say what they know of the identifiers, in any case, and of no others', async () => {
    const { knex } = await load({
      kev: kevOf({
        'CVE-2026-1000': '2026-11-20',
        'CVE-2026-5000': '2026-11-20',
      }),
      epss: epssOf({ 'CVE-2026-1001': 0.5, 'CVE-2026-5000': 0.5 }),
    });

    const lists = await readVulnerabilities(knex, {
      identifiers: ['cve-2026-1000', 'CVE-2026-1001', 'GHSA-AAAA-BBBB-CCCC'],
    });

    expect([...(lists.exploited?.since ?? [])]).toEqual([
      ['CVE-2026-1000', Date.UTC(2026, 10, 20)],
    ]);
    expect([...(lists.scores?.epss ?? [])]).toEqual([['CVE-2026-1001', 0.5]]);
  });

  it.each([
    {
      given: 'KEV alone',
      files: { kev: kevOf({ 'CVE-2026-1000': '2026-11-20' }) },
      has: ['exploited'],
    },
    {
      given: 'EPSS alone',
      files: { epss: epssOf({ 'CVE-2026-1000': 0.5 }) },
      has: ['scores'],
    },
    { given: 'neither', files: {}, has: [] },
  ])(
    'are there with $given, also where nothing is asked',
    async ({ files, has }) => {
      const { knex } = await load(files);

      expect(
        Object.keys(await readVulnerabilities(knex, { identifiers: [] })),
      ).toEqual(has);
      expect(
        Object.keys(await readVulnerabilities(knex, { identifiers: many })),
      ).toEqual(has);
    },
  );

  it('are read in two statements however much is asked', async () => {
    const { knex } = await load({
      kev: kevOf({ 'CVE-2026-1000': '2026-11-20' }),
      epss: epssOf(Object.fromEntries(many.map(name => [name, 0.5]))),
    });
    const counts = countStatements(knex);

    const { scores } = await readVulnerabilities(knex, { identifiers: many });

    expect(scores?.epss.size).toBe(2000);
    expect(counts.all).toBe(2);
  });

  it('of lifecycles are taken apart once, and again where they say something else', async () => {
    const { knex, fill } = await load({
      lifecycles: lifecyclesOf({
        nodejs: '2027-04-30',
        [`only-on-${id}`]: null,
      }),
    });
    const counts = countStatements(knex);

    const first = await readLifecycles(knex);
    expect(counts.all).toBe(2);
    expect(await readLifecycles(knex)).toBe(first);
    expect(counts.all).toBe(3);
    await fill({
      lifecycles: lifecyclesOf({ nodejs: '2028-04-30', python: null }),
    });

    expect((await readLifecycles(knex))?.map(({ product }) => product)).toEqual(
      ['nodejs', 'python'],
    );
  });

  it('go down and up with their tables, which are empty then', async () => {
    const { knex, run } = await load({
      kev: kevOf({ 'CVE-2026-1000': '2026-11-20' }),
      epss: epssOf({ 'CVE-2026-1000': 0.5 }),
      lifecycles: lifecyclesOf({ nodejs: null }),
    });
    const where = { directory, name: '20261201020000_reference_lists.js' };

    await knex.migrate.down(where);
    expect(await knex.schema.hasTable('reference_scores')).toBe(false);
    await knex.migrate.up(where);

    expect(await readVulnerabilities(knex, { identifiers: many })).toEqual({});
    expect(await run()).toEqual(['kev', 'epss', 'lifecycles']);
  });
});
