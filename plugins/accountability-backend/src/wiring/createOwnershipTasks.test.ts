import { TestDatabases, mockServices } from '@backstage/backend-test-utils';
import { NotFoundError } from '@backstage/errors';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { Knex } from 'knex';
import { migrate } from '../database/__testUtils__/testCatalog';
import { insertRows } from '../database/insertRows';
import { createOwnershipTasks } from './createOwnershipTasks';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const { signal } = new AbortController();
const entityRef = 'component:default/payments';
const owner = 'group:default/checkout';

async function addService(knex: Knex): Promise<void> {
  await insertRows(knex, { table: 'services' }, [
    {
      entity_ref: entityRef,
      title: 'Payments',
      kind: 'Component',
      owner_ref: owner,
      owner_resolves: true,
      entity: '{}',
      digest: '',
    },
  ]);
  await insertRows(knex, { table: 'subject_keys' }, [
    { entity_ref: entityRef, subject: 'github:acme/payments', origin: 'test' },
  ]);
  await insertRows(knex, { table: 'groups' }, [
    { group_ref: owner, title: 'Checkout' },
  ]);
  await insertRows(knex, { table: 'owner_spans' }, [
    {
      entity_ref: entityRef,
      valid_from: new Date(0),
      owner_ref: owner,
      origin: 'import',
    },
  ]);
}

describe.each(databases.eachSupportedId())('tasks of ownership on %s', id => {
  async function setUp(
    given: { notify?: boolean; isDown?: boolean; codeowners?: boolean } = {},
  ) {
    const knex = await databases.init(id);
    await migrate(knex);
    await addService(knex);
    const told: string[] = [];
    const sent: object[] = [];
    const woken: boolean[] = [];
    const tasks = createOwnershipTasks({
      auth: mockServices.auth(),
      catalog: catalogServiceMock({ entities: [] }),
      config: mockServices.rootConfig({
        data: {
          accountability: {
            attestation: { notify: given.notify },
            codeowners: { enabled: given.codeowners },
          },
        },
      }),
      logger: mockServices.logger.mock({ warn: text => told.push(text) }),
      notifications: {
        send: async ({ recipients, payload }) => {
          if (given.isDown) throw new Error('Nobody answers');
          sent.push({ recipients, title: payload.title, link: payload.link });
        },
      },
      urlReader: mockServices.urlReader.mock({
        readUrl: async () => {
          throw new NotFoundError('not there');
        },
      }),
      knex,
      wake: () => woken.push(true),
      stop: signal,
    });
    return { knex, tasks, told, sent, woken };
  }

  it('notify the group once', async () => {
    const { tasks, sent } = await setUp();

    await tasks.attestationRequests(signal);
    await tasks.attestationRequests(signal);

    expect(sent).toEqual([
      {
        recipients: { type: 'entity', entityRef: owner },
        title: 'Is Payments still yours?',
        link: '/catalog/default/group/checkout/accountability',
      },
    ]);
  });

  it('say what to do where nobody takes notifications, and try again', async () => {
    const { tasks, told } = await setUp({ isDown: true });

    await tasks.attestationRequests(signal);
    await tasks.attestationRequests(signal);

    expect(told).toEqual([
      expect.stringMatching(/^1 groups.*notify to false\. Nobody answers$/),
      expect.stringMatching(/^1 groups/),
    ]);
  });

  it('notify nobody where that is switched off', async () => {
    const { tasks, sent, told } = await setUp({ notify: false });

    await tasks.attestationRequests(signal);

    expect({ sent, told }).toEqual({ sent: [], told: [] });
  });

  it('forget CODEOWNERS once reading them is switched off', async () => {
    const { knex, tasks, woken } = await setUp({ codeowners: false });
    await knex('codeowners_files').insert({ subject: 'github:acme/payments' });

    await tasks.codeowners(signal);
    await tasks.codeowners(signal);

    expect(await knex('codeowners_files')).toEqual([]);
    expect(woken).toEqual([true]);
  });

  it('have services assessed of whose CODEOWNERS something else is known', async () => {
    const { knex, tasks, woken } = await setUp();

    await tasks.codeowners(signal);
    await tasks.codeowners(signal);

    expect(woken).toEqual([true]);
    expect(await knex('assessment_queue').pluck('entity_ref')).toEqual([
      entityRef,
    ]);
  });
});
