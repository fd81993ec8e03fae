import { mkdirSync, rmSync, writeFileSync } from 'fs';
import { join } from 'path';
import { Readable } from 'stream';
import { TestDatabases, mockServices } from '@backstage/backend-test-utils';
import { NotModifiedError } from '@backstage/errors';
import { JsonObject } from '@backstage/types';
import { builtInFacts } from 'backstage-plugin-accountability-engine';
import {
  createWorkbench,
  scorecard,
  start,
} from '../../__testUtils__/createWorkbench';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const file = 'https://git.example/acme/policy/blob/main/ready.yaml';
const folder = 'https://git.example/acme/policy/tree/main/policies';
const second = 1000;

/** A host with one file and one folder; `etag` changes with what it holds. */
function createHost() {
  const files: Record<string, string> = { 'ready.yaml': scorecard };
  const asked: string[] = [];
  const host = { etag: 'v1', files, down: false, asked };
  const answer = (url: string, etag?: string) => {
    host.asked.push(url);
    if (host.down) throw new Error('connect ECONNREFUSED');
    if (etag === host.etag) throw new NotModifiedError();
  };
  return Object.assign(host, {
    reader: mockServices.urlReader.mock({
      readUrl: async (url, options) => {
        answer(url, options?.etag);
        const bytes = Buffer.from(host.files['ready.yaml']);
        return {
          etag: host.etag,
          buffer: async () => bytes,
          stream: () => Readable.from([bytes]),
        };
      },
      readTree: async (url, options) => {
        answer(url, options?.etag);
        const found = Object.entries(host.files).filter(([path, text]) =>
          options?.filter?.(path, { size: text.length }),
        );
        return {
          etag: host.etag,
          files: async () =>
            found.map(([path, text]) => ({
              path,
              content: async () => Buffer.from(text),
            })),
          archive: async () => Readable.from([]),
          dir: async () => '',
        };
      },
    }),
  });
}

describe.each(databases.eachSupportedId())('sources of policy on %s', id => {
  async function setUp(target = folder) {
    const bench = await createWorkbench(
      await databases.init(id),
      builtInFacts.filter(
        ({ id: fact }) => fact === 'ownership.owner_resolves',
      ),
    );
    const host = createHost();
    const createStore = (policy: JsonObject) =>
      bench.createStore({
        urlReader: host.reader,
        config: mockServices.rootConfig({
          data: { accountability: { policy: { every: '10s', ...policy } } },
        }),
      });
    const locations = [{ type: 'url', target }];
    return {
      ...bench,
      host,
      locations,
      createStore,
      store: createStore({ locations }),
    };
  }
  const other = scorecard.replace('name: ready', 'name: other');
  const namesOf = (policy: { scorecards: { name: string }[] }) =>
    policy.scorecards.map(({ name }) => name);

  it('reads a folder of a host, and asks it no more than it is time for', async () => {
    const { host, store, clock } = await setUp();
    host.files = { 'a/other.yaml': other, 'README.md': '# Hello' };

    await store.reload({ urls: false });
    expect(host.asked).toEqual([]);
    expect(await store.reload()).toBe(true);
    await store.reload();

    expect(host.asked).toEqual([folder]);
    expect(namesOf(await store.current())).toEqual(['other']);
    clock.now += 10 * second;
    await store.reload();
    expect(host.asked).toHaveLength(2);
    expect((await store.status()).sources).toEqual([
      {
        location: folder,
        state: 'unchanged',
        readAt: start + 10 * second,
        files: 1,
      },
    ]);
  });

  it('reads one file of a host, and what changed there', async () => {
    const { host, store, clock } = await setUp(file);
    host.files = { 'ready.yaml': other };
    await store.reload();
    expect(namesOf(await store.current())).toEqual(['other']);

    clock.now += 10 * second;
    Object.assign(host, { etag: 'v2', files: { 'ready.yaml': scorecard } });
    await store.reload();

    expect(namesOf(await store.current())).toEqual(['ready']);
  });

  it('asks a host from one replica', async () => {
    const { host, store, createStore, locations } = await setUp();
    const another = createStore({ locations });

    await Promise.all([store.reload(), another.reload()]);

    expect(host.asked).toHaveLength(1);
  });

  it('keeps what a host that is out gave last, beside the others, and asks it less and less', async () => {
    const { host, clock, logger, directory, locations, createStore } =
      await setUp();
    const store = createStore({ locations, paths: [directory] });
    host.files = { 'other.yaml': other };
    await store.reload();
    host.down = true;

    const asked: number[] = [];
    for (let i = 0; i < 14; i++) {
      clock.now += 10 * second;
      const before = host.asked.length;
      await store.reload();
      if (host.asked.length > before) asked.push(i);
    }

    expect(asked).toEqual([0, 2, 6, 14].filter(i => i < 14));
    expect(namesOf(await store.current())).toEqual(['ready', 'other']);
    const [, source] = (await store.status()).sources;
    expect(source).toMatchObject({ state: 'failed', files: 1, readAt: start });
    expect(source.because).toMatch(/ECONNREFUSED.*backend.reading.allow/);
    const told = logger.warn.mock.calls.filter(([text]) =>
      text.includes('ECONNREFUSED'),
    );
    expect(told).toHaveLength(1);
  });

  it.each([
    {
      given: 'a file that is too large',
      files: { 'large.yaml': `# ${'x'.repeat(256 * 1024)}` },
      because: /large\.yaml of .* is larger than 256 KiB.*split it/,
    },
    {
      given: 'too many files',
      files: Object.fromEntries(
        Array.from({ length: 201 }, (_, i) => [`${i}.yaml`, 'a: 1']),
      ),
      because: /holds 201 files .* at most 200/,
    },
    {
      given: 'too much together',
      files: Object.fromEntries(
        Array.from({ length: 25 }, (_, i) => [
          `${i}.yaml`,
          `# ${'x'.repeat(250 * 1024)}`,
        ]),
      ),
      because: /larger than 5 MiB together/,
    },
    {
      given: 'what is not text',
      files: { 'picture.yaml': 'a\0b' },
      because: /picture\.yaml of .* is not text/,
    },
  ])('keeps what was there before $given', async ({ files, because }) => {
    const { host, store, clock } = await setUp();
    host.files = { 'other.yaml': other };
    await store.reload();
    clock.now += 10 * second;
    Object.assign(host, { etag: 'v2', files });

    await store.reload();

    expect(namesOf(await store.current())).toEqual(['other']);
    const [source] = (await store.status()).sources;
    expect(source).toMatchObject({ state: 'failed', files: 1 });
    expect(source.because).toMatch(because);
  });

  it('keeps the files of a directory that is away, and takes those that are deleted', async () => {
    const bench = await setUp();
    const nested = join(bench.directory, 'team', 'policies');
    mkdirSync(nested, { recursive: true });
    writeFileSync(join(nested, 'other.yaml'), other);
    await bench.policy.reload();
    expect(namesOf(await bench.policy.current())).toEqual(['ready', 'other']);

    rmSync(bench.directory, { recursive: true });
    await bench.policy.reload();
    expect(namesOf(await bench.policy.current())).toEqual(['ready', 'other']);
    expect((await bench.policy.status()).sources).toMatchObject([
      { state: 'failed', files: 2 },
    ]);

    mkdirSync(bench.directory);
    bench.writePolicy(scorecard);
    await bench.policy.reload();
    expect(namesOf(await bench.policy.current())).toEqual(['ready']);
  });

  it('tells files of one name apart, of several places', async () => {
    const bench = await setUp();
    const more = join(bench.directory, 'more');
    mkdirSync(more);
    writeFileSync(join(more, 'ready.yaml'), other);
    const both = bench.createStore({
      paths: [join(bench.directory, 'ready.yaml')],
      locations: [{ type: 'file', target: more }],
    });

    await both.reload();

    expect(namesOf(await both.current())).toEqual(['ready', 'other']);
    const files = (await both.status()).documents.map(one => one.file);
    expect(files).toEqual(['ready.yaml', `ready.yaml (${more})`]);
  });
});
