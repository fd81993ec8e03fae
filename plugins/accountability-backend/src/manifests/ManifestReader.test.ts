import {
  TestDatabaseId,
  TestDatabases,
  mockServices,
} from '@backstage/backend-test-utils';
import { resolve } from 'path';
import {
  countStatements,
  migrate,
} from '../database/__testUtils__/testCatalog';
import { insertRows } from '../database/insertRows';
import { FakeForge } from '../codeowners/__testUtils__/FakeForge';
import { ManifestReader, manifestsOf, readRuntimes } from '.';
import { manifests } from './manifests';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const HOUR = 3_600_000;
const { signal } = new AbortController();
const subject = 'github:acme/payments';
const root = 'https://github.com/acme/payments';
const at = (path: string) => `${root}/blob/HEAD/${path}`;
const node = (version: string) => ({
  purl: `pkg:generic/node@${version}`,
  path: '.nvmrc',
});

async function setUp(id: TestDatabaseId) {
  const knex = await databases.init(id);
  await migrate(knex);
  const forge = new FakeForge();
  const clock = { now: Date.UTC(2026, 0, 1) };
  const changes: string[][] = [];
  const warnings: string[] = [];
  const create = (paths: string[] = []) =>
    ManifestReader.create({
      database: knex,
      urlReader: forge,
      hosts: forge,
      manifests: manifestsOf(paths).manifests,
      logger: mockServices.logger.mock({
        warn: message => warnings.push(message),
      }),
      onChanged: async (_, subjects) => {
        changes.push(subjects);
      },
      now: () => clock.now,
    });
  const addServices = async (services: Record<string, string>) => {
    const refs = Object.entries(services).map(([name, of]) => ({
      entity_ref: `component:default/${name}`,
      subject: of,
    }));
    await insertRows(
      knex,
      { table: 'services' },
      refs.map(({ entity_ref }) => ({
        entity_ref,
        title: entity_ref,
        kind: 'Component',
        owner_resolves: true,
        entity: '{}',
        digest: '',
      })),
    );
    await insertRows(
      knex,
      { table: 'subject_keys' },
      refs.map(row => ({ ...row, origin: 'test' })),
    );
  };
  await addServices({ payments: subject });
  const run = (paths?: string[]) => create(paths).run({ signal });
  return {
    knex,
    forge,
    clock,
    changes,
    warnings,
    addServices,
    run,
    /** Runs once everything is due again. */
    runLater: (paths?: string[]) => {
      clock.now += 24 * HOUR;
      changes.length = 0;
      forge.asked.length = 0;
      return run(paths);
    },
    read: async () =>
      (await readRuntimes(knex, { subjects: [subject] })).get(subject),
    row: () => knex('manifest_repositories').where({ subject }).first(),
  };
}

describe.each(databases.eachSupportedId())('runtimes on %s', id => {
  it('are read from the files that are there, and make services due', async () => {
    const { forge, run, read, row, changes } = await setUp(id);
    forge.files.set(at('.nvmrc'), '22\n');
    forge.files.set(at('Dockerfile'), 'FROM node:22-alpine\n');

    expect(await run()).toBe(1);

    expect(await read()).toEqual(
      [
        node('22'),
        { purl: 'pkg:docker/library/node@22-alpine', path: 'Dockerfile' },
      ].sort((a, b) => (a.path < b.path ? -1 : 1)),
    );
    expect(changes).toEqual([[subject]]);
    expect(await row()).toMatchObject({
      status: 'read',
      because: null,
      faults: 0,
      lease: null,
    });
  });

  it('cost one request a file and day', async () => {
    const { forge, run, runLater, changes, read, clock } = await setUp(id);
    forge.files.set(at('.nvmrc'), '22\n');

    await run();
    expect(forge.asked).toHaveLength(manifests.length);
    forge.asked.length = 0;
    clock.now += 24 * HOUR - 1;
    expect(await run()).toBe(0);
    expect(forge.asked).toEqual([]);
    await runLater();

    expect(forge.asked).toHaveLength(manifests.length);
    expect(forge.asked.filter(({ status }) => status !== 404)).toEqual([
      { url: at('.nvmrc'), status: 304 },
    ]);
    expect(changes).toEqual([]);
    expect(await read()).toEqual([node('22')]);
  });

  it('make services due when a file says something else, and only then', async () => {
    const { forge, run, runLater, changes, read } = await setUp(id);
    forge.files.set(at('.nvmrc'), '22\n');
    await run();
    forge.files.set(at('.nvmrc'), '# newer\n22\n');
    await runLater();
    expect(changes).toEqual([]);
    forge.files.set(at('.nvmrc'), '24\n');

    await runLater();

    expect(changes).toEqual([[subject]]);
    expect(await read()).toEqual([node('24')]);
  });

  it('go with their file', async () => {
    const { knex, forge, run, runLater, changes, read } = await setUp(id);
    forge.files.set(at('.nvmrc'), '22\n');
    await run();
    forge.files.clear();

    await runLater();

    expect(changes).toEqual([[subject]]);
    expect(await read()).toEqual([]);
    expect(await knex('manifest_files').select()).toEqual([]);
  });

  it('that no file names are none, which makes services due once', async () => {
    const { run, runLater, changes, read } = await setUp(id);

    expect(await read()).toBeUndefined();
    await run();
    expect(await read()).toEqual([]);
    expect(changes).toEqual([[subject]]);
    await runLater();

    expect(changes).toEqual([]);
  });

  it.each([
    {
      given: 'a file cannot be read',
      break: (forge: FakeForge) =>
        forge.broken.set(at('go.mod'), new Error('bad gateway')),
      because: `${at('go.mod')} cannot be read: bad gateway.`,
    },
    {
      given: 'the credentials reach the repository no more',
      break: (forge: FakeForge) => {
        forge.files.clear();
        forge.closed.add(root);
      },
      because: `${root} cannot be read with the credentials of integrations`,
    },
  ])('stay as they were read when $given', async given => {
    const { forge, run, runLater, read, row, changes, warnings, clock } =
      await setUp(id);
    forge.files.set(at('.nvmrc'), '22\n');
    await run();
    given.break(forge);

    await runLater();

    expect(await read()).toEqual([node('22')]);
    expect(await row()).toMatchObject({
      status: 'fault',
      because: expect.stringContaining(given.because),
    });
    expect(changes).toEqual([]);
    expect(warnings).toEqual([
      expect.stringContaining('Runtimes of 1 of 1 repositories cannot be read'),
    ]);
    // Tried again after an hour, then two, and told of once.
    clock.now += HOUR;
    expect(await run()).toBe(1);
    clock.now += HOUR;
    expect(await run()).toBe(0);
    clock.now += HOUR;
    expect(await run()).toBe(1);
    expect(warnings).toHaveLength(1);
  });

  it.each([
    { given: 'larger than 1 MB', text: '#'.repeat(1024 * 1024 + 1) },
    { given: 'not text', text: '\0' },
  ])('are read from the other files where one is $given', async one => {
    const { forge, run, read, row, warnings } = await setUp(id);
    forge.files.set(at('.nvmrc'), '22\n');
    forge.files.set(at('pom.xml'), one.text);

    await run();

    expect(await read()).toEqual([node('22')]);
    expect(await row()).toMatchObject({
      status: 'read',
      because: expect.stringContaining(`pom.xml is ${one.given}`),
    });
    expect(warnings).toEqual([expect.stringContaining('pom.xml')]);
  });

  it('are of files that are read in another way read again', async () => {
    const { knex, forge, run, runLater, read } = await setUp(id);
    forge.files.set(at('.nvmrc'), '22\n');
    await run();
    await knex('manifest_files').update({ reading: 0, runtimes: '[]' });

    await runLater();

    expect(forge.asked.find(({ url }) => url === at('.nvmrc'))?.status).toBe(
      200,
    );
    expect(await read()).toEqual([node('22')]);
  });

  it('are read at further paths, and no more once those are taken away', async () => {
    const { forge, run, runLater, read } = await setUp(id);
    forge.files.set(at('deploy/Dockerfile'), 'FROM node:22\n');

    await run(['deploy/Dockerfile']);
    expect(await read()).toEqual([
      { purl: 'pkg:docker/library/node@22', path: 'deploy/Dockerfile' },
    ]);
    await runLater();

    expect(await read()).toEqual([]);
  });

  it('are not asked of hosts without integration', async () => {
    const { knex, forge, addServices, run } = await setUp(id);
    await addServices({ ledger: 'bitbucket:acme/ledger' });

    expect(await run()).toBe(1);

    expect(
      await knex('manifest_repositories')
        .where({ subject: 'bitbucket:acme/ledger' })
        .first(),
    ).toMatchObject({
      status: 'fault',
      due_at: null,
      because: expect.stringContaining('add it to integrations'),
    });
    expect(forge.asked.every(({ url }) => url.startsWith(root))).toBe(true);
  });

  it('go with the last service of their repository', async () => {
    const { knex, forge, run, read } = await setUp(id);
    forge.files.set(at('.nvmrc'), '22\n');
    await run();
    await knex('subject_keys').delete();

    await run();

    expect(await read()).toBeUndefined();
    expect(await knex('manifest_files').select()).toEqual([]);
  });

  it('are each read by one of several replicas', async () => {
    const { forge, run, addServices, changes } = await setUp(id);
    await addServices(
      Object.fromEntries(
        Array.from({ length: 30 }, (_, i) => [
          `svc-${i}`,
          `github:acme/svc-${i}`,
        ]),
      ),
    );

    const looked = await Promise.all([run(), run()]);

    expect(looked.reduce((sum, one) => sum + one, 0)).toBe(31);
    expect(forge.asked).toHaveLength(31 * manifests.length);
    expect(changes.flat().sort()).toEqual([...new Set(changes.flat())].sort());
    expect(changes.flat()).toHaveLength(31);
  });

  it('are stored by nobody who lost the lease', async () => {
    const { knex, forge, run, read } = await setUp(id);
    forge.files.set(at('.nvmrc'), '22\n');
    const readUrl = forge.readUrl.bind(forge);
    forge.readUrl = async (url, options) => {
      await knex('manifest_repositories').update({ lease: 'another' });
      return readUrl(url, options);
    };

    await run();

    expect(await read()).toBeUndefined();
    expect(await knex('manifest_files').select()).toEqual([]);
  });

  it('wait for the next run where the backend stops', async () => {
    const { knex, forge, row } = await setUp(id);
    const stop = new AbortController();
    const reader = ManifestReader.create({
      database: knex,
      urlReader: {
        readUrl: async () => {
          stop.abort();
          throw new Error('aborted');
        },
      },
      hosts: forge,
      manifests,
      logger: mockServices.logger.mock(),
      onChanged: async () => {},
    });

    await reader.run({ signal: stop.signal });

    expect(await row()).toMatchObject({ status: null, faults: 0 });
  });

  it('are told in one statement, however many', async () => {
    const { knex, forge, run } = await setUp(id);
    forge.files.set(at('.nvmrc'), '22\n');
    await run();
    const statements = countStatements(knex);
    const others = Array.from({ length: 2000 }, (_, i) => `github:acme/${i}`);

    const found = await readRuntimes(knex, { subjects: [subject, ...others] });

    expect([...found.keys()]).toEqual([subject]);
    expect(statements.all).toBe(1);
  });

  it('leave nothing behind when their migration goes down, and come up again', async () => {
    const { knex, forge, run, read } = await setUp(id);
    forge.files.set(at('.nvmrc'), '22\n');
    await run();
    const migration = {
      directory: resolve(__dirname, '../../migrations'),
      name: '20261201030000_manifests.js',
    };

    await knex.migrate.down(migration);
    expect(await knex.schema.hasTable('manifest_files')).toBe(false);
    expect(await knex.schema.hasTable('manifest_repositories')).toBe(false);
    await knex.migrate.up(migration);

    expect(await read()).toBeUndefined();
    await run();
    expect(await read()).toEqual([node('22')]);
  });
});
