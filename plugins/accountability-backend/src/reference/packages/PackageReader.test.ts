import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { TestDatabases } from '@backstage/backend-test-utils';
import { countStatements } from '../../database/__testUtils__/testCatalog';
import { readInstant } from '../../database/instants';
import {
  Registry,
  depsDevPackage,
  packageBench,
  packument,
  startRegistry,
} from './__testUtils__/packageBench';
import { readReleases } from './readReleases';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const pkg = 'pkg:npm/a';
const scoped = 'pkg:npm/%40acme/pay';
const first = '2020-01-01T00:00:00.000Z';
const second = '2021-01-01T00:00:00.000Z';
const history = {
  releasedAt: new Map([['1.0.0', Date.parse(first)]]),
  newest: [
    { version: '1.0.0', at: Date.parse(first) },
    { version: '2.0.0', at: Date.parse(second) },
  ],
};

describe.each(databases.eachSupportedId())('packages on %s', id => {
  let registry: Registry;
  beforeAll(async () => {
    registry = await startRegistry();
  });
  beforeEach(() => registry.clear());
  afterAll(() => registry.close());

  const npm = (given: object = {}) => ({
    kind: 'npm',
    url: `${registry.url}/npm`,
    ...given,
  });
  const depsDev = (given: object = {}) => ({
    kind: 'deps.dev',
    url: `${registry.url}/deps`,
    except: [],
    ...given,
  });
  const setUp = (
    given: { sources?: object[]; names?: string[]; mostBytes?: number } = {},
  ) =>
    packageBench(
      { databases, id },
      { sources: [npm()], names: [pkg], ...given },
    );

  it('are read, and who uses them hears of it', async () => {
    registry.replies['/npm/a'] = packument({ '1.0.0': first, '2.0.0': second });
    const { run, read, row, changes } = await setUp({
      sources: [npm({ token: 'secret' })],
    });

    expect(await run()).toBe(1);

    expect(await read(pkg, '1.0.0', '3.0.0')).toEqual(history);
    expect(changes).toEqual([[pkg]]);
    expect(await row(pkg)).toMatchObject({ status: 'read', faults: 0 });
    expect(registry.requests[0].headers).toMatchObject({
      authorization: 'Bearer secret',
    });
  });

  it('are not asked for again within a day, and then only whether anything changed', async () => {
    registry.replies['/npm/a'] = packument({ '1.0.0': first, '2.0.0': second });
    const { run, read, changes, clock } = await setUp();
    await run();

    clock.now += 23 * HOUR;
    expect(await run()).toBe(0);
    registry.replies['/npm/a'] = { status: 304 };
    clock.now += HOUR;
    expect(await run()).toBe(1);

    expect(registry.requests[1].headers).toHaveProperty('if-none-match');
    expect(changes).toHaveLength(1);
    expect(await read(pkg, '1.0.0')).toEqual(history);
  });

  it('are told of again once there is another release', async () => {
    registry.replies['/npm/a'] = packument({ '1.0.0': first });
    const { run, read, changes, clock } = await setUp();
    await run();

    registry.replies['/npm/a'] = packument({ '1.0.0': first, '2.0.0': second });
    clock.now += DAY;
    await run();

    expect(changes).toEqual([[pkg], [pkg]]);
    expect(await read(pkg, '1.0.0')).toEqual(history);
  });

  it.each([
    { status: 404, becomes: 'absent', again: DAY },
    { status: 500, becomes: 'fault', again: HOUR },
    { status: 401, becomes: 'fault', again: HOUR },
  ])(
    'that answer $status are $becomes, and stay known',
    async ({ status, becomes, again }) => {
      registry.replies['/npm/a'] = packument({
        '1.0.0': first,
        '2.0.0': second,
      });
      const { run, read, row, clock, changes } = await setUp();
      await run();

      registry.replies['/npm/a'] = { status, body: {} };
      clock.now += DAY;
      await run();

      const after = await row(pkg);
      expect(after).toMatchObject({ status: becomes });
      expect(after.because).toMatch(/\/npm\/a answers \d+\.$/);
      expect(readInstant(after.due_at)).toBe(clock.now + again);
      expect(changes).toHaveLength(1);
      expect(await read(pkg, '1.0.0')).toEqual(history);
    },
  );

  it('that fail again and again are asked for more and more rarely, and it is logged', async () => {
    registry.replies['/npm/a'] = { status: 500, body: {} };
    const { run, row, clock, warnings } = await setUp();
    const waits: number[] = [];

    for (let i = 0; i < 6; i++) {
      await run();
      const due = readInstant((await row(pkg)).due_at);
      waits.push((due - clock.now) / HOUR);
      clock.now = due;
    }

    expect(waits).toEqual([1, 2, 4, 8, 16, 24]);
    expect(warnings[0]).toMatch(/^Releases of 1 of 1 packages cannot be read/);
  });

  it('wait as long as a host asks for that has had enough', async () => {
    registry.replies['/npm/a'] = {
      status: 429,
      headers: { 'retry-after': '7200' },
      body: {},
    };
    const { run, row, clock } = await setUp();

    await run();

    const { due_at: due, status } = await row(pkg);
    expect(readInstant(due)).toBe(clock.now + 2 * HOUR);
    expect(status).toBe('fault');
    expect(registry.requests).toHaveLength(1);
  });

  it('are left alone for this run where a host answers none of five', async () => {
    const names = Array.from({ length: 20 }, (_, i) => `pkg:npm/p${i}`);
    names.forEach((_, i) => {
      registry.replies[`/npm/p${i}`] = { status: 403, body: {} };
    });
    const { run } = await setUp({ names });

    expect(await run()).toBe(5);
  });

  it.each([
    { given: 'no JSON', body: '<html>', says: /is not JSON/ },
    { given: 'another shape', body: { a: 1 }, says: /no time and versions/ },
    { given: 'null', body: 'null', says: /no time and versions/ },
    {
      given: 'dates that are none',
      body: {
        time: { '1.0.0': 'soon', '2.0.0': 5, '3.0.0': '0001-01-01T00:00:00Z' },
        versions: {},
      },
      says: /no version with the date/,
    },
    {
      given: 'versions that are none',
      body: {
        time: { 'a b': first, ['x'.repeat(500)]: first, '': first },
        versions: {},
      },
      says: /no version with the date/,
    },
    {
      given: '100,000 versions',
      body: {
        time: Object.fromEntries(
          Array.from({ length: 100_000 }, (_, i) => [`1.0.${i}`, first]),
        ),
        versions: {},
      },
      says: /names 100000 versions, more than the 20000/,
    },
    {
      given: 'more than is read',
      body: { readme: 'x'.repeat(12_000_000) },
      says: /is larger than allowed/,
    },
  ])('say what is wrong with $given', async ({ body, says }) => {
    registry.replies['/npm/a'] = { body };
    const { run, read, row, changes } = await setUp({ mostBytes: 8_000_000 });

    await run();

    expect((await row(pkg)).because).toMatch(says);
    expect(await read(pkg, '1.0.0')).toBeUndefined();
    expect(changes).toEqual([]);
  });

  it('leave out what has no date, and are no way to reach into objects', async () => {
    registry.replies['/npm/a'] = {
      body: `{"time":{"__proto__":"${first}","created":"${first}","1.0.0":"${first}","1.1.0":null,"2.0.0":"${second}"},"versions":{"1.0.0":{},"2.0.0":{}}}`,
    };
    const { run, read } = await setUp();

    await run();

    expect(await read(pkg, '1.0.0', '1.1.0')).toEqual(history);
  });

  it('that were unpublished or are advised against are no newest ones', async () => {
    registry.replies['/npm/a'] = {
      body: {
        time: {
          '1.0.0': first,
          '2.0.0': second,
          '9.0.0': second,
          '8.0.0': second,
        },
        versions: { '1.0.0': {}, '2.0.0': {}, '9.0.0': { deprecated: 'oops' } },
      },
    };
    const { run, read } = await setUp();

    await run();

    expect(await read(pkg, '1.0.0')).toEqual(history);
  });

  it('are asked for as deps.dev names them', async () => {
    const names = [
      scoped,
      'pkg:maven/org.slf4j/slf4j-api',
      'pkg:golang/github.com/acme/pay',
      'pkg:pypi/requests',
    ];
    registry.replies['/deps/systems/MAVEN/packages/org.slf4j%3Aslf4j-api'] =
      depsDevPackage({ '1.0': first, '2.0': second, '2.1': '' });
    const { run, read } = await setUp({ sources: [depsDev()], names });

    await run();

    expect(registry.paths().sort()).toEqual([
      '/deps/systems/GO/packages/github.com%2Facme%2Fpay',
      '/deps/systems/MAVEN/packages/org.slf4j%3Aslf4j-api',
      '/deps/systems/NPM/packages/%40acme%2Fpay',
      '/deps/systems/PYPI/packages/requests',
    ]);
    expect(await read('pkg:maven/org.slf4j/slf4j-api', '1.0')).toEqual({
      releasedAt: new Map([['1.0', Date.parse(first)]]),
      newest: [
        { version: '1.0', at: Date.parse(first) },
        { version: '2.0', at: Date.parse(second) },
      ],
    });
  });

  it('of our own are told to nobody outside', async () => {
    registry.replies['/npm/@acme%2Fpay'] = packument({ '1.0.0': first });
    const { run, read } = await setUp({
      sources: [
        npm({ only: ['pkg:npm/@acme/'] }),
        depsDev({ except: ['pkg:npm/@acme/', 'pkg:maven/com.acme'] }),
      ],
      names: [scoped, 'pkg:npm/%40acme/gone', pkg, 'pkg:maven/com.acme/core'],
    });

    await run();

    expect(registry.paths().sort()).toEqual([
      '/deps/systems/NPM/packages/a',
      '/npm/@acme%2Fgone',
      '/npm/@acme%2Fpay',
    ]);
    expect(await read(scoped, '1.0.0')).toBeDefined();
  });

  it('are asked for at the next source only where the first knows none', async () => {
    registry.replies['/deps/systems/NPM/packages/a'] = depsDevPackage({
      '1.0.0': first,
      '2.0.0': second,
    });
    registry.replies['/npm/b'] = { status: 403, body: {} };
    const { run, read, row } = await setUp({
      sources: [npm(), depsDev()],
      names: [pkg, 'pkg:npm/b'],
    });

    await run();

    expect(await read(pkg, '1.0.0')).toEqual(history);
    expect(await row('pkg:npm/b')).toMatchObject({ status: 'fault' });
    expect(registry.paths()).not.toContain('/deps/systems/NPM/packages/b');
  });

  it('are asked of nobody where no source is configured', async () => {
    const { run, knex } = await setUp({ sources: [] });

    expect(await run()).toBe(0);

    expect(await knex('packages')).toEqual([]);
    expect(registry.requests).toEqual([]);
  });

  it('are asked for at once where the sources are others', async () => {
    const { run, state, read } = await setUp();
    await run();
    registry.replies['/deps/systems/NPM/packages/a'] = depsDevPackage({
      '1.0.0': first,
      '2.0.0': second,
    });

    state.sources = [npm(), depsDev()];

    expect(await run()).toBe(1);
    expect(await read(pkg, '1.0.0')).toEqual(history);
    expect(await run()).toBe(0);
  });

  it('that no bill names any more are asked for no longer, and forgotten after a month', async () => {
    registry.replies['/npm/a'] = packument({ '1.0.0': first, '2.0.0': second });
    const { run, read, state, clock, changes, knex } = await setUp();
    await run();

    state.names = [];
    clock.now += 30 * DAY;
    expect(await run()).toBe(0);
    expect(await read(pkg, '1.0.0')).toEqual(history);
    clock.now += 1;
    await run();

    expect(await read(pkg, '1.0.0')).toBeUndefined();
    expect(changes).toEqual([[pkg], [pkg]]);
    await run();
    expect(await knex('packages')).toEqual([]);
  });

  it('come back when a bill names them again', async () => {
    registry.replies['/npm/a'] = packument({ '1.0.0': first });
    const { run, state } = await setUp();
    await run();
    state.names = [];
    await run();

    state.names = [pkg];

    expect(await run()).toBe(1);
  });

  it('are each asked for by one of two replicas', async () => {
    const names = Array.from({ length: 30 }, (_, i) => `pkg:npm/p${i}`);
    names.forEach((_, i) => {
      registry.replies[`/npm/p${i}`] = packument({ '1.0.0': first });
    });
    const { run, changes } = await setUp({ names });

    const looked = await Promise.all([run(), run()]);

    expect(looked[0] + looked[1]).toBe(30);
    expect(new Set(registry.paths()).size).toBe(30);
    expect(registry.requests).toHaveLength(30);
    expect(changes.flat().sort()).toEqual([...names].sort());
  });

  it('that a crashed replica claimed are taken over after ten minutes', async () => {
    registry.replies['/npm/a'] = 'hang';
    const { run, read, clock } = await setUp();
    const crash = new AbortController();
    const crashed = run(crash.signal);
    while (registry.requests.length === 0) {
      await new Promise(resolve => {
        setTimeout(resolve, 5);
      });
    }
    crash.abort();
    await crashed;
    registry.replies['/npm/a'] = packument({ '1.0.0': first, '2.0.0': second });

    clock.now += 9 * 60_000;
    expect(await run()).toBe(0);
    clock.now += 60_000;
    expect(await run()).toBe(1);

    expect(await read(pkg, '1.0.0')).toEqual(history);
  });

  it('are told of by the next run where a stop came before', async () => {
    registry.replies['/npm/a'] = packument({ '1.0.0': first });
    const { run, knex, changes } = await setUp();
    await run();
    await knex('packages').update({ is_untold: true });

    await run();

    expect(changes).toEqual([[pkg], [pkg]]);
  });

  it('are asked for anew when their table went and came back', async () => {
    registry.replies['/npm/a'] = packument({ '1.0.0': first, '2.0.0': second });
    const { run, read, knex } = await setUp();
    await run();
    const name = '20261201010000_packages.js';
    const directory = resolvePackagePath(
      'backstage-plugin-accountability-backend',
      'migrations',
    );

    await knex.migrate.down({ directory, name });
    expect(await knex.schema.hasTable('packages')).toBe(false);
    await knex.migrate.up({ directory, name });
    await run();

    expect(await read(pkg, '1.0.0')).toEqual(history);
  });

  it('are read in one statement, however many', async () => {
    registry.replies['/npm/a'] = packument({ '1.0.0': first });
    const { run, knex } = await setUp();
    await run();
    const names = Array.from({ length: 2000 }, (_, i) => `pkg:npm/p${i}`);
    const statements = countStatements(knex);

    const found = await readReleases(knex, {
      versions: new Map(
        [pkg, ...names].map(name => [name, new Set(['1.0.0'])]),
      ),
    });

    expect([...found.keys()]).toEqual([pkg]);
    expect(statements.all).toBe(1);
  });

  describe('out of a file', () => {
    let folder: string;
    beforeEach(async () => {
      folder = await mkdtemp(join(tmpdir(), 'packages-'));
    });
    afterEach(() => rm(folder, { recursive: true }));

    it('are found by either spelling, also below lines that are none', async () => {
      const path = join(folder, 'releases.jsonl');
      const versions = {
        '1.0.0': '2020-01-01',
        '2.0.0': second,
        '3.0.0': second,
      };
      await writeFile(
        path,
        [
          'not JSON',
          '',
          JSON.stringify({ package: 'pkg:npm/ü', versions }),
          JSON.stringify({
            package: 'pkg:npm/@acme/pay',
            versions,
            deprecated: ['3.0.0'],
          }),
        ].join('\n'),
      );
      const { run, read, row } = await setUp({
        sources: [{ kind: 'file', path }],
        names: [scoped, pkg],
      });

      await run();

      expect(await read(scoped, '1.0.0')).toEqual(history);
      expect((await row(pkg)).because).toMatch(
        /does not name it; 1 of its lines are not/,
      );
    });

    it('are read again when it is another, and not told of where they are the same', async () => {
      const path = join(folder, 'releases.jsonl');
      const line = (name: string) =>
        `${JSON.stringify({
          package: name,
          versions: { '1.0.0': first, '2.0.0': second },
        })}\r\n`;
      await writeFile(path, line(pkg));
      const { run, read, clock, changes } = await setUp({
        sources: [{ kind: 'file', path }],
        names: [pkg, 'pkg:npm/b'],
      });
      await run();

      await writeFile(path, `${line('pkg:npm/b')}${line(pkg)}`);
      clock.now += DAY;
      await run();

      expect(changes).toEqual([[pkg], ['pkg:npm/b']]);
      expect(await read('pkg:npm/b', '1.0.0')).toEqual(history);
    });

    it('that is not there are a fault', async () => {
      const { run, row } = await setUp({
        sources: [{ kind: 'file', path: join(folder, 'none.jsonl') }],
      });

      await run();

      expect((await row(pkg)).because).toMatch(/cannot be read: ENOENT/);
    });
  });
});
