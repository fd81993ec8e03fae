import { stat, utimes } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { TestDatabaseId, TestDatabases } from '@backstage/backend-test-utils';
import { readInstant } from '../../database/instants';
import { readLifecycles, readVulnerabilities } from '..';
import { createListBench } from './__testUtils__/listBench';
import { startListHost } from './__testUtils__/startListHost';
import { epssOf, kevOf, lifecyclesOf } from './__testUtils__/writtenLists';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const HOUR = 3_600_000;
const both = ['CVE-2026-0001', 'CVE-2026-0002'];
const day = (text: string) => Date.parse(text);

describe.each(databases.eachSupportedId())('lists on %s', id => {
  let host: Awaited<ReturnType<typeof startListHost>>;
  beforeEach(async () => {
    host = await startListHost();
  });
  afterEach(() => host.close());

  const setUp = async (given: TestDatabaseId) => {
    const bench = await createListBench(await databases.init(given));
    return {
      ...bench,
      configureHost: (name: 'kev' | 'epss' | 'lifecycles' = 'kev') =>
        bench.configure([{ name, kind: 'url', location: host.url }]),
      read: () => readVulnerabilities(bench.knex, { identifiers: both }),
    };
  };

  it('are none where nothing is configured', async () => {
    const { knex, run, read } = await setUp(id);

    expect(await run()).toEqual([]);

    expect(await read()).toEqual({});
    expect(await readLifecycles(knex)).toBeUndefined();
    expect(host.asked).toEqual([]);
  });

  it('are read from files, packed or not', async () => {
    const { knex, configure, write, run, read, row, clock } = await setUp(id);
    const kev = await write(
      'kev.json',
      kevOf({ 'CVE-2026-0001': '2026-11-20' }),
    );
    const epss = await write(
      'epss.csv.gz',
      gzipSync(epssOf({ 'CVE-2026-0001': 0.9, 'CVE-2026-0002': 0.0004 })),
    );
    const care = await write(
      'full.json',
      lifecyclesOf({ nodejs: '2027-04-30' }),
    );
    configure([
      { name: 'kev', kind: 'file', location: kev },
      { name: 'epss', kind: 'file', location: epss },
      { name: 'lifecycles', kind: 'file', location: care },
    ]);

    expect(await run()).toEqual(['kev', 'epss', 'lifecycles']);

    expect(await read()).toEqual({
      exploited: {
        asOf: day('2026-11-22T15:00:00Z'),
        since: new Map([['CVE-2026-0001', day('2026-11-20')]]),
      },
      scores: {
        asOf: day('2026-11-23'),
        epss: new Map([
          ['CVE-2026-0001', 0.9],
          ['CVE-2026-0002', 0.0004],
        ]),
      },
    });
    expect(await readLifecycles(knex)).toEqual([
      {
        product: 'nodejs',
        title: 'NODEJS',
        packages: ['pkg:docker/library/nodejs'],
        cycles: [{ name: '22', eolFrom: day('2027-04-30') }],
      },
    ]);
    const stored = await row('epss');
    expect(stored).toMatchObject({
      status: 'read',
      because: null,
      source: epss,
      loaded_from: epss,
      entries: 2,
      lease: null,
    });
    expect(readInstant(stored.loaded_at)).toBe(clock.now);
    expect(readInstant(stored.due_at)).toBe(clock.now + HOUR);
  });

  it.each<{
    given: string;
    headers: Record<string, string>;
    pack: (text: string) => string | Buffer;
  }>([
    { given: 'as it is', headers: {}, pack: (text: string) => text },
    { given: 'packed as a file', headers: {}, pack: gzipSync },
    {
      given: 'packed on its way',
      headers: { 'content-encoding': 'gzip' },
      pack: gzipSync,
    },
  ])(
    'are fetched $given, with the etag from then on',
    async ({ headers, pack }) => {
      const { configureHost, run, runLater, read, changes } = await setUp(id);
      host.replies = [
        {
          headers: { ...headers, etag: '"1"' },
          body: pack(kevOf({ 'CVE-2026-0001': '2026-11-20' })),
        },
      ];
      configureHost();

      expect(await run()).toEqual(['kev']);
      expect(await runLater()).toEqual([]);

      expect(host.asked).toEqual([undefined, '"1"']);
      expect(changes).toEqual([]);
      expect((await read()).exploited?.since.size).toBe(1);
    },
  );

  it('are not looked at before they are due', async () => {
    const { configureHost, run, clock } = await setUp(id);
    host.replies = [{ body: kevOf({ 'CVE-2026-0001': '2026-11-20' }) }];
    configureHost();
    await run();
    clock.now += HOUR - 1;

    await run();

    expect(host.asked).toHaveLength(1);
  });

  it('stay where a host without etags gives the same, and where a file is only touched', async () => {
    const { configure, configureHost, write, run, runLater } = await setUp(id);
    const text = kevOf({ 'CVE-2026-0001': '2026-11-20' });
    host.replies = [{ body: text }];
    configureHost();
    await run();
    expect(await runLater()).toEqual([]);
    const path = await write('kev.json', text);
    configure([{ name: 'kev', kind: 'file', location: path }]);
    await run();
    await utimes(path, 1, 1);

    expect(await runLater()).toEqual([]);
  });

  it('are not read from a file that has the same times', async () => {
    const { configure, write, run, runLater, read } = await setUp(id);
    const path = await write(
      'kev.json',
      kevOf({ 'CVE-2026-0001': '2026-11-20' }),
    );
    await utimes(path, 1, 1);
    configure([{ name: 'kev', kind: 'file', location: path }]);
    await run();
    await write('kev.json', kevOf({ 'CVE-2026-0002': '2026-11-20' }));
    await utimes(path, 1, 1);

    expect(await runLater()).toEqual([]);
    await utimes(path, 2, 2);
    expect(await runLater()).toEqual(['kev']);

    expect([...((await read()).exploited?.since.keys() ?? [])]).toEqual([
      'CVE-2026-0002',
    ]);
    expect((await stat(path)).mtimeMs).toBe(2000);
  });

  it('take in what is new, other and gone', async () => {
    const { knex, configureHost, run, runLater } = await setUp(id);
    host.replies = [
      {
        body: epssOf({
          'CVE-1999-1001': 0.1,
          'CVE-1999-1002': 0.2,
          'CVE-1999-1003': 0.3,
        }),
      },
      {
        body: epssOf({
          'CVE-1999-1001': 0.1,
          'CVE-1999-1003': 0.4,
          'CVE-1999-1004': 0.5,
        }),
      },
    ];
    configureHost('epss');
    await run();

    expect(await runLater()).toEqual(['epss']);

    expect(
      await knex('reference_scores').orderBy('identifier').select(),
    ).toEqual([
      { identifier: 'CVE-1999-1001', epss: 0.1 },
      { identifier: 'CVE-1999-1003', epss: 0.4 },
      { identifier: 'CVE-1999-1004', epss: 0.5 },
    ]);
  });

  it('are never there by half', async () => {
    const { knex, configureHost, run, clock, hooks, row } = await setUp(id);
    host.replies = [
      { body: epssOf({ 'CVE-1999-1001': 0.1 }) },
      {
        body: epssOf(
          { 'CVE-1999-1001': 0.9, 'CVE-1999-1002': 0.9 },
          '2026-11-24',
        ),
      },
    ];
    configureHost('epss');
    await run();
    clock.now += HOUR;
    hooks.onChanged = async () => {
      throw new Error('the database went away');
    };

    await expect(run()).rejects.toThrow('the database went away');

    expect(await knex('reference_scores').select()).toEqual([
      { identifier: 'CVE-1999-1001', epss: 0.1 },
    ]);
    expect(readInstant((await row('epss')).as_of)).toBe(day('2026-11-23'));
  });

  it.each([
    { given: 'no JSON', body: '<html>Sign in</html>' },
    { given: 'the JSON of something else', body: '{"result":[]}' },
    { given: 'an empty list', body: kevOf({}) },
    { given: 'nothing', body: '' },
    {
      given: 'half a packed file',
      body: gzipSync(kevOf({ 'CVE-2026-0002': '2026-11-20' })).subarray(0, 60),
    },
    { given: 'a fault of the host', status: 503, body: 'busy' },
    { given: 'a refusal', status: 403, body: 'no' },
    {
      given: 'an answer that breaks off',
      isCut: true,
      body: kevOf({ 'CVE-2026-0002': '2026-11-20' }),
    },
  ])('stay as they were after $given, which is told once', async reply => {
    const { configureHost, run, runLater, read, row, warnings } = await setUp(
      id,
    );
    host.replies = [{ body: kevOf({ 'CVE-2026-0001': '2026-11-20' }) }, reply];
    configureHost();
    await run();

    expect(await runLater()).toEqual([]);
    await runLater();

    expect([...((await read()).exploited?.since.keys() ?? [])]).toEqual([
      'CVE-2026-0001',
    ]);
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toMatch(
      /^CISA KEV at http:.* cannot be read: .+\. The list of before stays in force\.$/,
    );
    expect(await row('kev')).toMatchObject({
      status: 'fault',
      faults: 2,
      because: expect.stringContaining('cannot be read'),
      entries: 1,
    });
  });

  it('are in force again once they can be read', async () => {
    const { configureHost, run, runLater, read, row } = await setUp(id);
    host.replies = [
      { status: 404 },
      { body: kevOf({ 'CVE-2026-0001': '2026-11-20' }) },
    ];
    configureHost();
    await run();
    expect(await read()).toEqual({});

    expect(await runLater()).toEqual(['kev']);

    expect(await row('kev')).toMatchObject({
      status: 'read',
      faults: 0,
      because: null,
    });
  });

  it('are looked at again 5, 10 and 20 minutes after faults, at most as late as without', async () => {
    const { configureHost, run, row, clock } = await setUp(id);
    host.replies = [{ status: 404 }];
    configureHost();
    const waits: number[] = [];

    for (let fault = 0; fault < 6; fault += 1) {
      await run();
      const due = readInstant((await row('kev')).due_at);
      waits.push((due - clock.now) / 60_000);
      clock.now = due;
    }

    expect(waits).toEqual([5, 10, 20, 40, 60, 60]);
  });

  it('are asked for again at once where a fault may pass', async () => {
    const { configureHost, run, slept } = await setUp(id);
    host.replies = [
      { status: 502 },
      { status: 502 },
      { body: kevOf({ 'CVE-2026-0001': '2026-11-20' }) },
    ];
    configureHost();

    expect(await run()).toEqual(['kev']);

    expect(slept).toEqual([2000, 8000]);
  });

  it('that lost half of their entries are taken for cut off, but not from another place', async () => {
    const { configure, configureHost, write, run, runLater, row } = await setUp(
      id,
    );
    const three = {
      'CVE-1999-1001': 0.1,
      'CVE-1999-1002': 0.2,
      'CVE-1999-1003': 0.3,
    };
    host.replies = [
      { body: epssOf(three) },
      { body: epssOf({ 'CVE-1999-1001': 0.1 }) },
    ];
    configureHost('epss');
    await run();
    await runLater();
    expect((await row('epss')).because).toContain('less than half of the 3');
    const path = await write('epss.csv', epssOf({ 'CVE-1999-1001': 0.1 }));
    configure([{ name: 'epss', kind: 'file', location: path }]);

    expect(await run()).toEqual(['epss']);
  });

  it('are loaded by one of two replicas', async () => {
    const { configureHost, run, changes } = await setUp(id);
    host.replies = [{ body: kevOf({ 'CVE-2026-0001': '2026-11-20' }) }];
    configureHost();

    await Promise.all([run(), run()]);

    expect(host.asked).toHaveLength(1);
    expect(changes).toEqual(['kev']);
  });

  it('are not stored by a replica that took too long', async () => {
    const { knex, configureHost, run, read, changes } = await setUp(id);
    host.replies = [{ body: kevOf({ 'CVE-2026-0001': '2026-11-20' }) }];
    host.onAsked = async () => {
      await knex('reference_lists').update({ lease: 'of another' });
    };
    configureHost();

    expect(await run()).toEqual([]);

    expect(await read()).toEqual({});
    expect(changes).toEqual([]);
  });

  it('are forgotten where they are configured no more', async () => {
    const { knex, configure, configureHost, run, runLater, read, changes } =
      await setUp(id);
    host.replies = [{ body: kevOf({ 'CVE-2026-0001': '2026-11-20' }) }];
    configureHost();
    await run();
    configure([]);

    expect(await runLater()).toEqual(['kev']);

    expect(await read()).toEqual({});
    expect(await knex('reference_exploited')).toEqual([]);
    expect(changes).toEqual(['kev']);
    expect(await runLater()).toEqual([]);
  });

  it('keep what is secret in an address to themselves', async () => {
    const { knex, configure, run, warnings } = await setUp(id);
    host.replies = [{ status: 403 }];
    const location = `${host.url}?token=hush`;
    configure([{ name: 'kev', kind: 'url', location }]);

    await run();

    expect(warnings).toHaveLength(1);
    const kept = JSON.stringify([warnings, await knex('reference_lists')]);
    expect(kept).not.toContain('hush');
  });
});
