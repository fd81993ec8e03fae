import { TestDatabases, mockServices } from '@backstage/backend-test-utils';
import { NotFoundError } from '@backstage/errors';
import { migrate } from '../database/__testUtils__/testCatalog';
import { insertRows } from '../database/insertRows';
import { createManifestTask } from './createManifestTask';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const { signal } = new AbortController();
const entityRef = 'component:default/payments';

describe.each(databases.eachSupportedId())('reading runtimes on %s', id => {
  async function setUp(runtimes: Record<string, boolean | string[]>) {
    const knex = await databases.init(id);
    await migrate(knex);
    await insertRows(knex, { table: 'services' }, [
      {
        entity_ref: entityRef,
        title: 'Payments',
        kind: 'Component',
        owner_resolves: true,
        entity: '{}',
        digest: '',
      },
    ]);
    await insertRows(knex, { table: 'subject_keys' }, [
      {
        entity_ref: entityRef,
        subject: 'github:acme/payments',
        origin: 'test',
      },
    ]);
    const asked: string[] = [];
    const woken: boolean[] = [];
    const warnings: string[] = [];
    const { runtimes: run } = createManifestTask({
      config: mockServices.rootConfig({
        data: { accountability: { runtimes } },
      }),
      logger: mockServices.logger.mock({ warn: text => warnings.push(text) }),
      urlReader: mockServices.urlReader.mock({
        readUrl: async url => {
          asked.push(url);
          throw new NotFoundError('not there');
        },
      }),
      knex,
      wake: () => woken.push(true),
      stop: signal,
    });
    return { knex, run, asked, woken, warnings };
  }

  it('has services assessed of which something else is known', async () => {
    const { knex, run, woken } = await setUp({});

    await run(signal);
    await run(signal);

    expect(woken).toEqual([true]);
    expect(await knex('assessment_queue').pluck('entity_ref')).toEqual([
      entityRef,
    ]);
  });

  it('asks for configured paths too, and warns of those that are none', async () => {
    const { run, asked, warnings } = await setUp({
      paths: ['deploy/Dockerfile', 'README.md'],
    });

    await run(signal);

    expect(asked).toContain(
      'https://github.com/acme/payments/blob/HEAD/deploy/Dockerfile',
    );
    expect(asked.join()).not.toContain('README');
    expect(warnings).toEqual([expect.stringContaining('README.md is none')]);
  });

  it('asks nobody where it is switched off', async () => {
    const { run, asked, woken } = await setUp({ enabled: false });

    await run(signal);

    expect(asked).toEqual([]);
    expect(woken).toEqual([]);
  });

  it('forgets what was read once it is switched off', async () => {
    const { knex, run, woken } = await setUp({ enabled: false });
    await knex('manifest_repositories').insert({
      subject: 'github:acme/payments',
    });

    await run(signal);
    await run(signal);

    expect(await knex('manifest_repositories')).toEqual([]);
    expect(woken).toEqual([true]);
    expect(await knex('assessment_queue').pluck('entity_ref')).toEqual([
      entityRef,
    ]);
  });
});
