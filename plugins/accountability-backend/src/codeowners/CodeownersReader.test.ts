import {
  TestDatabaseId,
  TestDatabases,
  mockServices,
} from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  component,
  countStatements,
  group,
  migrate,
} from '../database/__testUtils__/testCatalog';
import { createKeyOf } from '../database/createKeyOf';
import { insertRows } from '../database/insertRows';
import { CatalogSync } from '../ownership';
import { FakeForge } from './__testUtils__/FakeForge';
import { CodeownersReader, readCodeowners, somePerson } from '.';
import { handleOf } from './handles/handlesOf';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const HOUR = 3_600_000;
const { signal } = new AbortController();
const subject = 'github:acme/payments';
const root = 'https://github.com/acme/payments';
const places = {
  github: `${root}/blob/HEAD/.github/CODEOWNERS`,
  root: `${root}/blob/HEAD/CODEOWNERS`,
  docs: `${root}/blob/HEAD/docs/CODEOWNERS`,
};
const team = (name: string, slug: string): Entity => ({
  ...group(name),
  metadata: { name, annotations: { 'github.com/team-slug': slug } },
});
const user = (name: string, login: string, memberOf: string[] = []) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: { name, annotations: { 'github.com/user-login': login } },
  spec: { memberOf },
});
const service = (name: string, location?: string) => ({
  entity_ref: `component:default/${name}`,
  title: name,
  kind: 'Component',
  owner_ref: 'group:default/pay',
  owner_resolves: true,
  entity: JSON.stringify({
    metadata: {
      annotations: location ? { 'backstage.io/source-location': location } : {},
    },
  }),
  digest: '',
});

async function setUp(id: TestDatabaseId) {
  const knex = await databases.init(id);
  await migrate(knex);
  const forge = new FakeForge();
  const clock = { now: Date.UTC(2026, 0, 1) };
  const changes: string[][] = [];
  const warnings: string[] = [];
  const catalog = { entities: [team('pay', 'acme/payments')] };
  const create = () =>
    CodeownersReader.create({
      database: knex,
      catalog: catalogServiceMock(catalog),
      auth: mockServices.auth(),
      urlReader: forge,
      hosts: forge,
      logger: mockServices.logger.mock({
        warn: message => warnings.push(message),
      }),
      onChanged: async (_, subjects) => {
        changes.push(subjects);
      },
      now: () => clock.now,
    });
  const addServices = async (
    services: { name: string; subject: string; location?: string }[],
  ) => {
    await insertRows(
      knex,
      { table: 'services' },
      services.map(({ name, location }) => service(name, location)),
    );
    await insertRows(
      knex,
      { table: 'subject_keys' },
      services.map(({ name, ...one }) => ({
        entity_ref: `component:default/${name}`,
        subject: one.subject,
        origin: 'test',
      })),
    );
  };
  await addServices([{ name: 'payments', subject }]);
  return {
    knex,
    forge,
    clock,
    changes,
    warnings,
    catalog,
    addServices,
    syncCatalog: () =>
      CatalogSync.create({
        catalog: catalogServiceMock(catalog),
        auth: mockServices.auth(),
        database: { getClient: async () => knex },
        logger: mockServices.logger.mock(),
        config: mockServices.rootConfig(),
        keyOf: createKeyOf('a secret of tests alone'),
        onChanged: async () => {},
      }).run(),
    run: () => create().run({ signal }),
    /** Runs once everything is due again. */
    runLater: () => {
      clock.now += 6 * HOUR;
      changes.length = 0;
      forge.asked.length = 0;
      return create().run({ signal });
    },
    read: async () =>
      (await readCodeowners(knex, { subjects: [subject] })).get(subject),
    row: () => knex('codeowners_files').where({ subject }).first(),
  };
}

/** What stands in the place of a person's name. */
const hidden = (kind: 'github' | 'email', name: string) =>
  `@sha256.${handleOf(kind, name)}`;
const gone = hidden('github', 'gone');
const mail = hidden('email', 'x@acme.example');

describe.each(databases.eachSupportedId())('CODEOWNERS on %s', id => {
  it('are read with their owners, and make their services due', async () => {
    const { forge, run, read, row, changes, clock } = await setUp(id);
    forge.files.set(places.root, '* @acme/payments @gone x@acme.example\n');

    expect(await run()).toBe(1);

    const state = await read();
    expect(state?.file?.rules).toMatchObject([
      { pattern: '*', owners: ['@acme/payments', gone, mail] },
    ]);
    expect(state?.owners).toEqual(
      new Map([
        ['@acme/payments', { refs: ['group:default/pay'], size: 0 }],
        [gone, { refs: [] }],
        [mail, { refs: [] }],
      ]),
    );
    expect(state).not.toHaveProperty('objections');
    expect(changes).toEqual([[subject]]);
    expect(await row()).toMatchObject({
      url: root,
      dialect: 'github',
      path: 'CODEOWNERS',
      status: 'read',
      because: null,
      lease: null,
    });
    expect(new Date((await row()).read_at).getTime()).toBe(clock.now);
  });

  it('of a person say that somebody is there, and not who', async () => {
    const { knex, forge, run, read, catalog } = await setUp(id);
    catalog.entities.push(user('ada', 'adal'));
    forge.files.set(places.root, '* @AdaL\n');

    await run();

    expect((await read())?.owners).toEqual(
      new Map([[hidden('github', 'adal'), { refs: [somePerson], size: 1 }]]),
    );
    const kept = [
      await knex('codeowners_handles').select(),
      await knex('codeowners_owners').select(),
      await knex('codeowners_files').select(),
    ];
    expect(JSON.stringify(kept).toLowerCase()).not.toContain('ada');
  });

  it('are of groups as large as the catalog was found to have them, those below included', async () => {
    const { forge, run, read, catalog, changes, syncCatalog } = await setUp(id);
    catalog.entities.push(
      component('payments', { owner: 'pay', slug: 'acme/payments' }),
      group('below', 'pay'),
      user('ada', 'adal', ['pay', 'below']),
      user('bob', 'bob', ['below']),
    );
    await syncCatalog();
    forge.files.set(places.root, '* @acme/payments @acme/below\n');

    await run();

    expect((await read())?.owners).toEqual(
      new Map([
        ['@acme/payments', { refs: ['group:default/pay'], size: 2 }],
        ['@acme/below', { refs: ['group:default/below'], size: 2 }],
      ]),
    );
    changes.length = 0;
    catalog.entities.push(user('cyd', 'cyd', ['pay']));
    await syncCatalog();
    await run();

    expect((await read())?.owners.get('@acme/payments')?.size).toBe(3);
    expect(changes).toEqual([[subject]]);
  });

  it('are asked for with the etag, and stay where nothing changed', async () => {
    const { forge, run, runLater, read, row, changes, clock } = await setUp(id);
    forge.files.set(places.root, '* @acme/payments\n');
    await run();

    await runLater();

    expect(forge.asked).toEqual([
      { url: places.github, status: 404 },
      { url: places.root, status: 304 },
    ]);
    expect((await read())?.file?.rules).toHaveLength(1);
    expect(changes).toEqual([]);
    expect(new Date((await row()).read_at).getTime()).toBe(clock.now);
  });

  it('are not asked for before they are due', async () => {
    const { forge, run, clock } = await setUp(id);
    await run();
    clock.now += 6 * HOUR - 1;
    forge.asked.length = 0;

    expect(await run()).toBe(0);
    expect(forge.asked).toEqual([]);
  });

  it('make their services due when the text changes', async () => {
    const { forge, run, runLater, read, changes } = await setUp(id);
    forge.files.set(places.root, '* @acme/payments\n');
    await run();
    forge.files.set(places.root, '/src/ @acme/payments\n');

    await runLater();

    expect((await read())?.file?.rules).toMatchObject([{ pattern: '/src/' }]);
    expect(changes).toEqual([[subject]]);
  });

  it('are those of the first place, also when they move there', async () => {
    const { forge, run, runLater, read, row } = await setUp(id);
    forge.files.set(places.docs, '* @acme/docs\n');
    await run();
    forge.files.set(places.github, '* @acme/payments\n');

    await runLater();

    expect((await read())?.file?.rules[0].owners).toEqual(['@acme/payments']);
    expect(await row()).toMatchObject({ path: '.github/CODEOWNERS' });
  });

  it('that move with their text change nothing', async () => {
    const { forge, run, runLater, changes, row } = await setUp(id);
    forge.files.set(places.docs, '* @acme/docs\n');
    await run();
    forge.files.delete(places.docs);
    forge.files.set(places.root, '* @acme/docs\n');

    await runLater();

    expect(await row()).toMatchObject({ path: 'CODEOWNERS' });
    expect(changes).toEqual([]);
  });

  it('that are taken away are absent', async () => {
    const { knex, forge, run, runLater, read, row, changes } = await setUp(id);
    forge.files.set(places.root, '* @acme/payments\n');
    await run();
    forge.files.delete(places.root);

    await runLater();

    expect(await read()).toEqual({ subject, owners: new Map() });
    expect(await row()).toMatchObject({
      status: 'absent',
      because:
        'There is none at .github/CODEOWNERS, CODEOWNERS, docs/CODEOWNERS.',
      text: null,
    });
    expect(await knex('codeowners_owners').select()).toEqual([]);
    expect(changes).toEqual([[subject]]);
  });

  it('that never were make their services due once', async () => {
    const { run, runLater, read, changes } = await setUp(id);

    await run();
    expect(changes).toEqual([[subject]]);
    expect(await read()).toEqual({ subject, owners: new Map() });
    await runLater();

    expect(changes).toEqual([]);
  });

  it('of which nobody could say are left out', async () => {
    const { forge, run, read, changes } = await setUp(id);
    forge.broken.set(places.github, new Error('bad gateway'));

    await run();

    expect(await read()).toBeUndefined();
    expect(changes).toEqual([]);
  });

  it.each([
    {
      given: 'a place fails',
      break: (forge: FakeForge) =>
        forge.broken.set(places.github, new Error('bad gateway')),
      because: `${places.github} cannot be read: bad gateway.`,
    },
    {
      given: 'the credentials reach the repository no more',
      break: (forge: FakeForge) => {
        forge.files.clear();
        forge.closed.add(root);
      },
      because: `${root} cannot be read with the credentials of integrations`,
    },
    {
      given: 'the file is larger than 3 MB',
      break: (forge: FakeForge) =>
        forge.files.set(places.root, '#'.repeat(3 * 1024 * 1024 + 1)),
      because: 'is larger than 3 MB',
    },
    {
      given: 'the file is no text',
      break: (forge: FakeForge) => forge.files.set(places.root, '\0'),
      because: 'is not text',
    },
  ])('stay as they were read when $given', async given => {
    const { forge, run, runLater, read, row, changes, warnings, clock } =
      await setUp(id);
    forge.files.set(places.root, '* @acme/payments\n');
    await run();
    given.break(forge);

    await runLater();

    expect((await read())?.file?.rules).toHaveLength(1);
    expect(await row()).toMatchObject({
      status: 'fault',
      because: expect.stringContaining(given.because),
    });
    expect(changes).toEqual([]);
    expect(warnings).toHaveLength(1);
    // It is told of once, and looked for again soon.
    clock.now += HOUR;
    expect(await run()).toBe(1);
    expect(warnings).toHaveLength(1);
  });

  it('make their services due when the host objects to something else', async () => {
    const { forge, run, runLater, read, changes } = await setUp(id);
    forge.files.set(places.root, '* @acme/payments\n');
    forge.objections = [];
    await run();
    expect((await read())?.objections).toEqual([]);
    const objection = { line: 1, kind: 'Unknown owner', because: 'So it is.' };
    forge.objections = [objection];

    await runLater();

    expect((await read())?.objections).toEqual([objection]);
    expect(changes).toEqual([[subject]]);
    forge.objections = undefined;
    await runLater();
    expect((await read())?.objections).toEqual([objection]);
    expect(changes).toEqual([]);
  });

  it('make their services due when an owner is another in the catalog', async () => {
    const { forge, run, read, changes, catalog, addServices } = await setUp(id);
    await addServices([{ name: 'web', subject: 'github:acme/web' }]);
    forge.files.set(places.root, '* @acme/payments\n');
    await run();
    changes.length = 0;
    catalog.entities = [team('ledger', 'acme/payments')];

    await run();

    expect(changes).toEqual([[subject]]);
    expect((await read())?.owners.get('@acme/payments')?.refs).toEqual([
      'group:default/ledger',
    ]);
    catalog.entities = [];
    await run();
    expect((await read())?.owners.get('@acme/payments')).toEqual({ refs: [] });
    expect(changes).toEqual([[subject], [subject]]);
  });

  it('are read where the source location says, and anew when that moves', async () => {
    const { knex, forge, run, addServices } = await setUp(id);
    const other = 'gitlab:acme/ledger';
    const azure = 'github:acme/vault';
    await addServices([
      { name: 'ledger', subject: other },
      {
        name: 'vault',
        subject: azure,
        location: 'url:https://dev.azure.com/acme/vault',
      },
    ]);
    forge.files.set(
      'https://gitlab.com/acme/ledger/-/blob/HEAD/CODEOWNERS',
      '* @acme/payments\n',
    );

    await run();

    const rows = await knex('codeowners_files').orderBy('subject').select();
    expect(rows).toMatchObject([
      { subject, status: 'absent' },
      {
        subject: azure,
        status: 'fault',
        because: expect.stringContaining('of type azure'),
        due_at: null,
      },
      { subject: other, status: 'read', dialect: 'gitlab' },
    ]);
    await knex('services')
      .where({ title: 'vault' })
      .update({ entity: service('vault').entity });
    expect(await run()).toBe(1);
    expect(
      await knex('codeowners_files').where({ subject: azure }).first(),
    ).toMatchObject({ status: 'absent', url: 'https://github.com/acme/vault' });
  });

  it('go with the last service of their repository', async () => {
    const { knex, forge, run, read } = await setUp(id);
    forge.files.set(places.root, '* @acme/payments\n');
    await run();
    await knex('subject_keys').delete();

    await run();

    expect(await read()).toBeUndefined();
    expect(await knex('codeowners_owners').select()).toEqual([]);
  });

  it('are each read by one of several replicas', async () => {
    const { forge, run, addServices, changes } = await setUp(id);
    await addServices(
      Array.from({ length: 30 }, (_, i) => ({
        name: `svc-${i}`,
        subject: `github:acme/svc-${i}`,
      })),
    );

    const looked = await Promise.all([run(), run(), run()]);

    expect(looked.reduce((sum, one) => sum + one, 0)).toBe(31);
    expect(forge.asked).toHaveLength(31 * 3);
    expect(changes.flat()).toHaveLength(31);
  });

  it('are read by another replica once a lease is over', async () => {
    const { knex, run, clock } = await setUp(id);
    await run();
    await knex('codeowners_files').update({
      due_at: new Date(clock.now),
      lease: 'of a replica that crashed',
      leased_until: new Date(clock.now + 1),
    });

    expect(await run()).toBe(0);
    clock.now += 1;
    expect(await run()).toBe(1);
  });

  it('are told in two statements, however many', async () => {
    const { knex, forge, run } = await setUp(id);
    forge.files.set(places.root, '* @acme/payments\n');
    await run();
    const statements = countStatements(knex);
    const others = Array.from({ length: 2000 }, (_, i) => `github:acme/${i}`);

    const found = await readCodeowners(knex, {
      subjects: [subject, ...others],
    });

    expect([...found.keys()]).toEqual([subject]);
    expect(statements.all).toBe(2);
  });

  it('stop where the backend stops, and leave the rest to the next run', async () => {
    const { knex, forge, row } = await setUp(id);
    const stop = new AbortController();
    const reader = CodeownersReader.create({
      database: knex,
      catalog: catalogServiceMock({ entities: [] }),
      auth: mockServices.auth(),
      urlReader: {
        readUrl: async () => {
          stop.abort();
          throw new Error('aborted');
        },
      },
      hosts: forge,
      logger: mockServices.logger.mock(),
      onChanged: async () => {},
    });

    await reader.run({ signal: stop.signal });

    expect(await row()).toMatchObject({ status: null });
  });
});
