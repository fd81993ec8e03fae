import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { TestDatabases, mockServices } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { CatalogSync } from './CatalogSync';
import { readDependencies } from './readDependencies';
import { readScopeMates } from './readScopeMates';
import { readServices } from './readServices';
import { writeOwnerChanges } from './writeOwnerChanges';
import {
  component,
  countStatements,
  group,
  migrate,
} from '../database/__testUtils__/testCatalog';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

describe.each(databases.eachSupportedId())('CatalogSync on %s', id => {
  async function setUp() {
    const knex = await databases.init(id);
    await migrate(knex);
    const changes: string[][] = [];
    const rekeyed: string[][] = [];
    const sync = async (entities: Entity[], at: number, config = {}) => {
      await CatalogSync.create({
        catalog: catalogServiceMock({ entities }),
        auth: mockServices.auth(),
        database: { getClient: async () => knex },
        logger: mockServices.logger.mock(),
        config: mockServices.rootConfig({ data: config }),
        keyOf: name => `c_${name}`,
        onChanged: async (_, refs) => {
          changes.push(refs);
        },
        onRekeyed: async (_, refs) => {
          rekeyed.push(refs);
        },
        now: () => at,
      }).run();
    };
    return { knex, sync, changes, rekeyed };
  }

  const read = async (knex: Knex, ref: string) =>
    (await readServices(knex, { entityRefs: [ref] }))[0];

  it('opens a span at first sight and not before', async () => {
    const { knex, sync, changes } = await setUp();

    await sync([group('a'), component('pay', { owner: 'a' })], 1000);

    expect(await read(knex, 'component:default/pay')).toMatchObject({
      summary: { owner: 'group:default/a', ownerResolves: true },
      spans: [
        { owner: 'group:default/a', resolves: true, from: 1000, to: undefined },
      ],
    });
    expect(changes).toEqual([['component:default/pay']]);
  });

  it('closes a span and opens the next where the owner changes', async () => {
    const { knex, sync } = await setUp();
    const groups = [group('a'), group('b')];

    await sync([...groups, component('pay', { owner: 'a' })], 1000);
    await sync([...groups, component('pay', { owner: 'B' })], 2000);

    expect((await read(knex, 'component:default/pay')).spans).toEqual([
      expect.objectContaining({
        owner: 'group:default/a',
        from: 1000,
        to: 2000,
      }),
      expect.objectContaining({ owner: 'group:default/b', from: 2000 }),
    ]);
  });

  it('writes nothing where nothing changed', async () => {
    const { knex, sync, changes } = await setUp();
    const entities = [
      group('a'),
      component('pay', { owner: 'a' }),
      component('lost', { owner: 'nobody' }),
    ];
    await sync(entities, 1000);
    const statements = countStatements(knex);

    await sync(entities, 2000);

    expect(statements.writes).toBe(0);
    expect(changes).toHaveLength(1);
  });

  it('keeps the statements few whatever the number of services', async () => {
    const counts: number[] = [];
    for (const size of [10, 200]) {
      const { knex, sync } = await setUp();
      const statements = countStatements(knex);
      await sync(
        [
          group('a'),
          ...Array.from({ length: size }, (_, i) =>
            component(`pay-${i}`, { owner: 'a', slug: `acme/pay-${i}` }),
          ),
        ],
        1000,
      );
      counts.push(statements.all);
    }

    expect(counts[1]).toBe(counts[0]);
  });

  it('keeps the history of a service that vanishes and returns', async () => {
    const { knex, sync } = await setUp();
    const entities = [
      group('a'),
      component('pay', { owner: 'a', slug: 'acme/pay' }),
    ];
    await sync(entities, 1000);

    await sync([group('a')], 2000);

    const gone = await read(knex, 'component:default/pay');
    expect(gone).toMatchObject({ removedAt: 2000, subjects: [] });
    expect(gone.spans).toHaveLength(1);

    await sync(entities, 3000);

    expect(await read(knex, 'component:default/pay')).toMatchObject({
      removedAt: undefined,
      subjects: ['github:acme/pay'],
      spans: [{ from: 1000, to: undefined }],
    });
  });

  it('names the services that other subjects belong to now', async () => {
    const { sync, rekeyed } = await setUp();
    const groups = [group('a'), group('b')];
    await sync(
      [...groups, component('pay', { owner: 'a', slug: 'acme/pay' })],
      1000,
    );
    await sync(
      [...groups, component('pay', { owner: 'b', slug: 'acme/pay' })],
      2000,
    );
    await sync(
      [...groups, component('pay', { owner: 'b', slug: 'acme/payments' })],
      3000,
    );

    const ref = 'component:default/pay';
    expect(rekeyed).toEqual([[ref], [ref]]);
  });

  it('reads a renamed service as a new one with the same subject', async () => {
    const { knex, sync } = await setUp();
    await sync([component('old', { owner: 'a', slug: 'Acme/Pay' })], 1000);

    await sync([component('new', { owner: 'a', slug: 'Acme/Pay' })], 2000);

    expect(await knex('subject_keys').select()).toEqual([
      {
        subject: 'github:acme/pay',
        entity_ref: 'component:default/new',
        origin: 'github.com/project-slug',
      },
    ]);
  });

  it('reports an owner that does not resolve, and forgets it once it does', async () => {
    const { knex, sync, changes } = await setUp();
    const service = component('pay', { owner: 'a' });
    await sync([service], 1000);
    expect(await read(knex, 'component:default/pay')).toMatchObject({
      summary: { ownerResolves: false },
      spans: [{ resolves: false }],
    });
    expect(
      await knex('ownership_problems').pluck('problem').orderBy('problem'),
    ).toEqual(['no-such-entity', 'unresolved-owner']);

    await sync([service, group('a')], 2000);

    expect(await knex('ownership_problems').select()).toEqual([]);
    expect(changes).toHaveLength(2);
    expect(await read(knex, 'component:default/pay')).toMatchObject({
      summary: { ownerResolves: true },
      spans: [{ resolves: true, from: 1000 }],
    });
  });

  it('takes a user as owner where the user exists', async () => {
    const { knex, sync } = await setUp();
    const user = {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'User',
      metadata: { name: 'kim' },
      spec: {},
    };

    await sync(
      [
        user,
        component('pay', { owner: 'user:kim' }),
        component('old', { owner: 'user:gone' }),
      ],
      1000,
    );

    expect(await read(knex, 'component:default/pay')).toMatchObject({
      summary: { owner: 'user:default/kim', ownerResolves: true },
      spans: [{ resolves: true }],
    });
    expect(await read(knex, 'component:default/old')).toMatchObject({
      summary: { ownerResolves: false },
      spans: [{ resolves: false }],
    });
  });

  it('stores the tree of groups with every pair above and below', async () => {
    const { knex, sync } = await setUp();

    await sync(
      [group('org'), group('area', 'org'), group('team', 'area')],
      1000,
    );

    expect(
      await knex('group_closure')
        .where({ descendant_ref: 'group:default/team' })
        .orderBy('depth')
        .pluck('ancestor_ref'),
    ).toEqual([
      'group:default/team',
      'group:default/area',
      'group:default/org',
    ]);
  });

  it('makes services due whose past owner appears or vanishes', async () => {
    const { knex, sync, changes } = await setUp();
    const service = component('pay', { owner: 'a' });
    await sync([group('a'), group('old'), service], 1000);
    await knex.transaction(trx =>
      writeOwnerChanges(trx, {
        origin: 'import',
        changes: [
          {
            kind: 'owner',
            entityRef: 'component:default/pay',
            owner: 'group:default/old',
            at: 500,
          },
        ],
      }),
    );

    await sync([group('a'), service], 2000);

    expect(changes.at(-1)).toEqual(['component:default/pay']);
    expect((await read(knex, 'component:default/pay')).spans).toMatchObject([
      { owner: 'group:default/old', resolves: false, from: 500, to: 1000 },
      { owner: 'group:default/a', resolves: true, from: 1000 },
    ]);
  });

  it('takes only the configured kinds and types', async () => {
    const { knex, sync } = await setUp();

    await sync(
      [
        component('pay', { owner: 'a', type: 'service' }),
        component('lib', { owner: 'a', type: 'library' }),
      ],
      1000,
      { accountability: { ownership: { types: ['service'] } } },
    );

    expect(await knex('services').pluck('entity_ref')).toEqual([
      'component:default/pay',
    ]);
  });

  it('keeps what services depend on, readable from either end', async () => {
    const { knex, sync } = await setUp();
    const [web, pay] = ['component:default/web', 'component:default/pay'];
    const api = component('api', { owner: 'a' });
    const entities = [
      component('web', {
        owner: 'a',
        dependsOn: ['component:pay', 'Component:API', 'resource:database'],
      }),
      component('pay', { owner: 'a', dependsOn: ['component:pay'] }),
    ];
    await sync([...entities, api], 1000);

    const down = () => readDependencies(knex, { of: [web], by: 'entityRef' });
    expect(await down()).toEqual([
      { entityRef: web, dependsOn: 'component:default/api' },
      { entityRef: web, dependsOn: pay },
    ]);
    expect(
      await readDependencies(knex, { of: [pay], by: 'dependsOn' }),
    ).toEqual([{ entityRef: web, dependsOn: pay }]);

    await sync(entities, 2000);
    expect(await down()).toEqual([{ entityRef: web, dependsOn: pay }]);

    await sync([component('web', { owner: 'a' })], 3000);
    expect(await down()).toEqual([]);
    expect(await knex('service_dependencies').select()).toEqual([]);
  });

  it('takes dependencies from the relations where the catalog has them', async () => {
    const { knex, sync } = await setUp();
    const web = component('web', { owner: 'a', dependsOn: ['component:old'] });
    web.relations = [
      { type: 'dependsOn', targetRef: 'Component:default/Pay' },
      { type: 'dependencyOf', targetRef: 'component:default/other' },
    ];

    await sync([web], 1000);

    expect(await knex('service_dependencies').pluck('depends_on')).toEqual([
      'component:default/pay',
    ]);
  });

  it.each([
    { scope: 'system', gives: { w: 'xyz', x: 'wyz', y: 'wxz', z: 'wxy' } },
    { scope: 'project', gives: { u: 'wx', w: 'ux', x: 'uw' } },
    {
      scope: 'project-or-system',
      gives: { u: 'wx', w: 'ux', x: 'uw', y: 'z', z: 'y' },
    },
    { scope: 'owner', gives: { u: 'v', v: 'u', w: 'xy', x: 'wy', y: 'wx' } },
  ] as const)('knows which services share a $scope', async row => {
    const { knex, sync } = await setUp();
    const service = (name: string, owner: string, of: object = {}) =>
      component(name, { owner, ...of });
    const project = { 'accountability.io/project': 'Shop' };
    await sync(
      [
        service('u', 'a', {
          annotations: { 'accountability.io/project': 'shop ' },
        }),
        service('v', 'a'),
        service('w', 'b', { system: 's', annotations: project }),
        service('x', 'b', { system: 's', annotations: project }),
        service('y', 'b', { system: 's' }),
        service('z', 'c', { system: 's' }),
      ],
      1000,
    );
    const refOf = (name: string) => `component:default/${name}`;

    const mates = await readScopeMates(knex, {
      entityRefs: [...'uvwxyz'].map(refOf),
      scope: row.scope,
    });

    expect(Object.fromEntries(mates)).toEqual(
      Object.fromEntries(
        Object.entries(row.gives).map(([name, others]) => [
          refOf(name),
          [...others].map(refOf),
        ]),
      ),
    );
  });

  it('follows a service from one project to another', async () => {
    const { knex, sync, changes } = await setUp();
    const of = (project: string) =>
      component('pay', {
        owner: 'a',
        annotations: { 'accountability.io/project': project },
      });
    await sync([of('shop')], 1000);

    await sync([of('bank')], 2000);

    expect(await knex('services').pluck('project')).toEqual(['bank']);
    expect(changes).toHaveLength(2);
  });

  it('reports a project that cannot be read, and puts the service into none', async () => {
    const { knex, sync } = await setUp();

    await sync(
      [
        group('a'),
        component('pay', {
          owner: 'a',
          annotations: { 'accountability.io/project': 'shop, bank' },
        }),
      ],
      1000,
    );

    expect(await knex('services').pluck('project')).toEqual([null]);
    expect(await knex('ownership_problems').select()).toEqual([
      {
        entity_ref: 'component:default/pay',
        problem: 'unreadable-project',
        because: expect.stringContaining('it is of no project'),
      },
    ]);
  });

  it('reads the window of a service, and reports one that cannot be read', async () => {
    const { knex, sync } = await setUp();
    const window = 'accountability.io/attribution-window';
    await sync(
      [
        group('a'),
        component('pay', { owner: 'a', annotations: { [window]: '6 hours' } }),
        component('web', { owner: 'a', annotations: { [window]: 'a while' } }),
      ],
      1000,
    );

    expect(await read(knex, 'component:default/pay')).toMatchObject({
      attributionWindowMs: 6 * 3_600_000,
    });
    expect(await read(knex, 'component:default/web')).not.toHaveProperty(
      'attributionWindowMs',
    );
    expect(await knex('ownership_problems').select()).toEqual([
      {
        entity_ref: 'component:default/web',
        problem: 'unreadable-window',
        because: expect.stringContaining('a while, which is no duration'),
      },
    ]);
  });

  it('never stores a pager key in clear', async () => {
    const { knex, sync } = await setUp();
    const service = component('pay', { owner: 'a' });
    service.metadata.annotations = {
      'pagerduty.com/integration-key': 'hush-hush',
    };

    await sync([service], 1000);

    const stored = JSON.stringify([
      await knex('services').select(),
      await knex('subject_keys').select(),
    ]);
    expect(stored).not.toContain('hush');
    expect(stored).toContain('pagerduty-key:');
  });
});
