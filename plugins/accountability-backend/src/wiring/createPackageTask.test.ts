import { TestDatabases, mockServices } from '@backstage/backend-test-utils';
import { RecordEvent } from 'backstage-plugin-accountability-common';
import {
  FakeHost,
  startFakeHost,
} from 'backstage-plugin-accountability-node/testUtils';
import { Knex } from 'knex';
import { migrate } from '../database/__testUtils__/testCatalog';
import { insertRows } from '../database/insertRows';
import { writeRecordEvents } from '../records';
import { readReleases } from '../reference';
import { createPackageTask } from './createPackageTask';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const { signal } = new AbortController();
const at = Date.UTC(2026, 10, 23, 12);
const released = '2020-01-01T00:00:00Z';

/** What each service asks for itself, and one thing that only came with it. */
const built = {
  payments: ['pkg:npm/a@1.0.0', 'pkg:npm/%40acme/pay@1.0.0'],
  ledger: ['pkg:npm/b@2.0.0'],
};

async function fill(knex: Knex): Promise<void> {
  const names = Object.keys(built);
  await insertRows(
    knex,
    { table: 'services' },
    names.map(name => ({
      entity_ref: `component:default/${name}`,
      title: name,
      kind: 'Component',
      owner_resolves: false,
      entity: '{}',
      digest: '',
    })),
  );
  await insertRows(
    knex,
    { table: 'subject_keys' },
    names.map(name => ({
      entity_ref: `component:default/${name}`,
      subject: `github:acme/${name}`,
      origin: 'test',
    })),
  );
  const events = Object.entries(built).map(
    ([name, purls]): RecordEvent => ({
      kind: 'report',
      record: `uploads:report:${name}`,
      subject: `github:acme/${name}`,
      at,
      state: 'uploaded',
      format: 'cyclonedx',
      sha: 'c1c1c1c1',
      series: 'bom',
      defaultBranch: true,
      tellsDirect: true,
      components: [
        ...purls.map(purl => ({ purl, direct: true as const })),
        { purl: 'pkg:npm/deep@1.0.0' },
      ],
    }),
  );
  await knex.transaction(trx =>
    writeRecordEvents(trx, { deliveryId: 'd1', receivedAt: at, events }),
  );
}

describe.each(databases.eachSupportedId())('the task of packages on %s', id => {
  let host: FakeHost;
  beforeAll(async () => {
    host = await startFakeHost(({ path }) =>
      path === '/npm/a'
        ? { body: { time: { '1.0.0': released }, versions: { '1.0.0': {} } } }
        : { status: 404, body: {} },
    );
  });
  beforeEach(() => {
    host.requests.length = 0;
  });
  afterAll(() => host.close());

  async function setUp(sources?: object[]) {
    const knex = await databases.init(id);
    await migrate(knex);
    await fill(knex);
    const woken: boolean[] = [];
    const { packages } = createPackageTask({
      config: mockServices.rootConfig({
        data: { accountability: { packages: { sources } } },
      }),
      logger: mockServices.logger.mock(),
      knex,
      wake: () => woken.push(true),
      stop: signal,
    });
    return { knex, packages, woken };
  }

  it('asks for what bills name directly, and has who uses it assessed', async () => {
    const { knex, packages, woken } = await setUp([
      { kind: 'npm', url: `${host.url}/npm` },
    ]);
    await knex('assessment_queue').delete();

    await packages(signal);
    await packages(signal);

    expect(host.requests.map(({ path }) => path).sort()).toEqual([
      '/npm/@acme%2Fpay',
      '/npm/a',
      '/npm/b',
    ]);
    expect(woken).toEqual([true]);
    expect(await knex('assessment_queue').pluck('entity_ref')).toEqual([
      'component:default/payments',
    ]);
    const versions = new Map([['pkg:npm/a', new Set(['1.0.0'])]]);
    expect(await readReleases(knex, { versions })).toEqual(
      new Map([
        [
          'pkg:npm/a',
          {
            releasedAt: new Map([['1.0.0', Date.parse(released)]]),
            newest: [{ version: '1.0.0', at: Date.parse(released) }],
          },
        ],
      ]),
    );
  });

  it.each([
    { given: 'no source', sources: undefined },
    {
      given: 'a source that may be told nothing',
      sources: [{ kind: 'npm', url: 'http://nobody.example', only: [] }],
    },
  ])('asks nobody with $given', async ({ sources }) => {
    const { knex, packages, woken } = await setUp(sources);

    await packages(signal);

    expect(host.requests).toEqual([]);
    expect(woken).toEqual([]);
    expect(await knex('packages')).toEqual([]);
  });
});
