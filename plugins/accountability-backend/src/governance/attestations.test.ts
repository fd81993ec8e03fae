import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { TestDatabaseId, TestDatabases } from '@backstage/backend-test-utils';
import { OwnerSpan } from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';
import {
  countStatements,
  migrate,
} from '../database/__testUtils__/testCatalog';
import { insertRows } from '../database/insertRows';
import { AttestationRequests, attest, readAttestations } from '.';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const DAY = 86_400_000;
const start = Date.UTC(2026, 0, 1);
const day = (days: number) => start + days * DAY;
const pay = 'component:default/pay';
const nobody = { groups: 0, failed: 0 };
const said = {
  entityRef: pay,
  owner: 'group:default/a',
  verdict: 'confirmed',
  by: 'user:default/kim',
} as const;

async function setUp(id: TestDatabaseId) {
  const knex = await databases.init(id);
  await migrate(knex);
  return knex;
}

describe.each(databases.eachSupportedId())('attestations on %s', id => {
  it('are read by service, oldest first, without who said them', async () => {
    const knex = await setUp(id);
    await attest(knex, { ...said, at: 1000 });
    await attest(knex, { ...said, at: 2000, verdict: 'rejected', reason: 'x' });
    const statements = countStatements(knex);

    const found = await readAttestations(knex, {
      entityRefs: [pay, 'component:default/other'],
    });

    const { owner } = said;
    expect([...found]).toEqual([
      [
        pay,
        [
          { at: 1000, verdict: 'confirmed', owner },
          { at: 2000, verdict: 'rejected', owner, reason: 'x' },
        ],
      ],
    ]);
    expect(statements.all).toBe(1);
  });

  it('keep their order, whatever the clocks of replicas say', async () => {
    const knex = await setUp(id);
    await attest(knex, { ...said, at: 2000 });

    await attest(knex, { ...said, at: 1000, verdict: 'rejected' });

    const found = await readAttestations(knex, { entityRefs: [pay] });
    expect(found.get(pay)).toMatchObject([
      { at: 2000, verdict: 'confirmed' },
      { at: 2001, verdict: 'rejected' },
    ]);
  });

  it('are read as they stood at an instant', async () => {
    const knex = await setUp(id);
    await attest(knex, { ...said, at: 1000 });
    await attest(knex, { ...said, at: 2000 });

    const found = await readAttestations(knex, {
      entityRefs: [pay],
      until: 1000,
    });

    expect(found.get(pay)).toMatchObject([{ at: 1000 }]);
  });

  it('go with their table when the migration goes down, and it comes up again', async () => {
    const knex = await setUp(id);
    const directory = resolvePackagePath(
      'backstage-plugin-accountability-backend',
      'migrations',
    );
    const name = '20261130040000_governance.js';
    await attest(knex, { ...said, at: 1000 });

    await knex.migrate.down({ directory, name });
    expect(await knex.schema.hasTable('attestations')).toBe(false);
    await knex.migrate.up({ directory, name });

    expect(await knex('attestations').select()).toEqual([]);
  });
});

describe.each(databases.eachSupportedId())('requests to attest on %s', id => {
  const spanOf = (owner: string): OwnerSpan => ({
    owner,
    resolves: true,
    from: start,
    origin: 'catalog',
  });

  async function setUpServices(owners: readonly string[]) {
    const knex = await setUp(id);
    const rows = owners.map((owner, i) => ({
      entity_ref: `component:default/svc-${i}`,
      title: `Service ${i}`,
      kind: 'Component',
      type: null,
      lifecycle: null,
      system: null,
      project: null,
      owner_ref: owner,
      owner_resolves: owner !== 'group:default/gone',
      entity: '{}',
      digest: '',
      removed_at: null,
    }));
    await insertRows(knex, { table: 'services' }, rows);
    const spans = new Map(
      rows.map(row => [row.entity_ref, [spanOf(row.owner_ref)]]),
    );
    const asked: [string, string[]][] = [];
    const create = (isDown = (_owner: string) => false) =>
      AttestationRequests.create({
        database: knex,
        settings: { everyDays: 180 },
        readOwnerSpans: async () => spans,
        ask: ({ owner, services }) => {
          if (isDown(owner)) throw new Error('Nobody answers');
          asked.push([owner, services.map(({ title }) => title)]);
        },
      });
    return { knex, create, asked };
  }

  it('ask each group once about all that is due', async () => {
    const { create, asked } = await setUpServices([
      'group:default/a',
      'group:default/b',
      'group:default/a',
      'user:default/kim',
      'group:default/gone',
    ]);

    expect(await create().run({ now: day(179) })).toEqual(nobody);
    expect(await create().run({ now: day(181) })).toEqual({
      groups: 2,
      failed: 0,
    });
    expect(await create().run({ now: day(182) })).toEqual(nobody);

    expect(asked).toEqual([
      ['group:default/a', ['Service 0', 'Service 2']],
      ['group:default/b', ['Service 1']],
    ]);
  });

  it('ask again at the next run whom they could not ask', async () => {
    const { create, asked } = await setUpServices([
      'group:default/a',
      'group:default/b',
    ]);

    const first = await create(owner => owner === 'group:default/a').run({
      now: day(181),
    });
    const second = await create().run({ now: day(181) });

    expect(first).toEqual({ groups: 1, failed: 1, because: 'Nobody answers' });
    expect(second).toEqual({ groups: 1, failed: 0 });
    expect(asked.map(([owner]) => owner)).toEqual([
      'group:default/b',
      'group:default/a',
    ]);
  });

  it('ask once, whichever of many replicas does', async () => {
    const { create, asked } = await setUpServices(['group:default/a']);

    await Promise.all(
      Array.from({ length: 5 }, () => create().run({ now: day(181) })),
    );

    expect(asked).toHaveLength(1);
  });

  it('ask again a period after the answer', async () => {
    const { knex, create, asked } = await setUpServices(['group:default/a']);
    await create().run({ now: day(181) });
    const entityRef = 'component:default/svc-0';
    await attest(knex, { ...said, entityRef, at: day(190) });

    await create().run({ now: day(369) });
    expect(asked).toHaveLength(1);
    await create().run({ now: day(370) });

    expect(asked).toHaveLength(2);
  });

  it('take a number of statements that goes with pages, not with services', async () => {
    const count = async (services: number) => {
      const { knex, create } = await setUpServices(
        Array.from({ length: services }, (_, i) => `group:default/g${i}`),
      );
      const statements = countStatements(knex);
      await create().run({ now: day(181) });
      return statements.all;
    };

    expect(await count(900)).toBe(await count(1));
  });
});

describe.each(databases.eachSupportedId())('all pages on %s', id => {
  it('are asked about', async () => {
    const knex: Knex = await setUp(id);
    const refs = Array.from(
      { length: 1000 },
      (_, i) => `component:default/${i}`,
    );
    await insertRows(
      knex,
      { table: 'services' },
      refs.map(entity_ref => ({
        entity_ref,
        title: entity_ref,
        kind: 'Component',
        owner_ref: 'group:default/a',
        owner_resolves: true,
        entity: '{}',
        digest: '',
      })),
    );
    const asked: number[] = [];

    await AttestationRequests.create({
      database: knex,
      settings: { everyDays: 180 },
      readOwnerSpans: async (_, { entityRefs }) =>
        new Map(
          entityRefs.map(ref => [
            ref,
            [
              {
                owner: 'group:default/a',
                resolves: true,
                from: start,
                origin: 'catalog',
              },
            ],
          ]),
        ),
      ask: ({ services }) => {
        asked.push(services.length);
      },
    }).run({ now: day(181) });

    expect(asked).toEqual([1000]);
  });
});
