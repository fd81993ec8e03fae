import { Entity } from '@backstage/catalog-model';
import { TestDatabases, mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { Knex } from 'knex';
import { createKeyOf } from '../database/createKeyOf';
import {
  component,
  countStatements,
  group,
  migrate,
} from '../database/__testUtils__/testCatalog';
import { CatalogSync } from './CatalogSync';
import { readPeople } from './readPeople';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const DAY = 86_400_000;
const start = Date.parse('2026-11-23T12:00:00Z');
const later = start + 2 * DAY;
const keyOf = createKeyOf('a secret of tests alone');
const github = (login: string) => keyOf(`github:${login}`);

/** A User of groups, known to GitHub by the same name. */
function user(
  name: string,
  groups: readonly string[],
  given: { email?: string; logins?: Record<string, string> } = {},
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'User',
    metadata: {
      name,
      annotations: given.logins ?? { 'github.com/user-login': name },
    },
    spec: {
      memberOf: [...groups],
      ...(given.email && { profile: { email: given.email } }),
    },
  };
}

const groups = [group('org'), group('a', 'org'), group('b', 'org')];
const ref = (name: string) => `group:default/${name}`;

describe.each(databases.eachSupportedId())('people on %s', id => {
  let knex: Knex;
  const changes: string[][] = [];
  beforeAll(async () => {
    knex = await databases.init(id);
    await migrate(knex);
  });
  beforeEach(async () => {
    changes.length = 0;
    for (const table of [
      'contributors',
      'memberships',
      'services',
      'owner_spans',
      'groups',
      'group_closure',
    ]) {
      await knex(table).delete();
    }
  });

  const sync = (entities: Entity[], at: number) =>
    CatalogSync.create({
      catalog: catalogServiceMock({ entities }),
      auth: mockServices.auth(),
      database: { getClient: async () => knex },
      logger: mockServices.logger.mock(),
      config: mockServices.rootConfig(),
      keyOf,
      onChanged: async (_, refs) => {
        changes.push(refs);
      },
      now: () => at,
    }).run();
  const groupsOf = async (key: string) =>
    (await readPeople(knex, { contributors: [key] })).memberships.get(key);
  const sizes = async () =>
    Object.fromEntries((await readPeople(knex)).sizes.entries());

  it('are of their groups and of those above, without a start where the first sync finds it', async () => {
    await sync([...groups, user('ada', ['a'])], start);

    expect(await groupsOf(github('ada'))).toEqual([
      { group: ref('a') },
      { group: ref('org') },
    ]);
  });

  it('who come while the catalog fills have no start either', async () => {
    await sync([...groups, user('ada', ['a'])], start);
    await sync([...groups, user('ada', ['a']), user('ben', ['a'])], start + 60);

    expect(await groupsOf(github('ben'))).toMatchObject([
      { group: ref('a'), from: undefined },
      { from: undefined },
    ]);
  });

  it('move from one group to another at the sync that finds it', async () => {
    await sync([...groups, user('ada', ['a'])], start);
    await sync([...groups, user('ada', ['b'])], later);

    expect(await groupsOf(github('ada'))).toEqual(
      expect.arrayContaining([
        { group: ref('a'), to: later },
        { group: ref('b'), from: later },
      ]),
    );
  });

  it('who come later are of their groups from then on', async () => {
    await sync([...groups, user('ada', ['a'])], start);
    await sync([...groups, user('ada', ['a']), user('ben', ['a'])], later);

    expect(await groupsOf(github('ben'))).toMatchObject([
      { group: ref('a'), from: later },
      { group: ref('org'), from: later },
    ]);
  });

  it('who leave the catalog were of their groups until then, and may come back', async () => {
    await sync([...groups, user('ada', ['a'])], start);
    await sync(groups, later);
    const left = await groupsOf(github('ada'));
    await sync([...groups, user('ada', ['a'])], later + DAY);

    expect(left).toMatchObject([{ to: later }, { to: later }]);
    expect(await groupsOf(github('ada'))).toEqual(
      expect.arrayContaining([
        { group: ref('a'), to: later },
        { group: ref('a'), from: later + DAY },
      ]),
    );
  });

  it('are one under all of their names', async () => {
    const logins = {
      'github.com/user-login': 'Ada-L',
      'gitlab.com/user-login': 'ada',
    };
    await sync(
      [...groups, user('ada', ['a'], { email: 'Ada@acme.example', logins })],
      start,
    );

    const keys = ['github:ada-l', 'gitlab:ada', 'email:ada@acme.example'];
    const { personOf } = await readPeople(knex, {
      contributors: keys.map(keyOf),
    });

    expect([...personOf.keys()].sort()).toEqual(keys.map(keyOf).sort());
    expect(new Set(personOf.values())).toEqual(
      new Set([keyOf('user:user:default/ada')]),
    );
  });

  it('are one also under accounts on hosts of their own, and by the address of a profile', async () => {
    const logins = {
      'github.com/user-login': '@Ada-L',
      'gitlab.com/user-login': 'https://gitlab.com/ada.l',
      'gitlab.acme.example/user-login': 'https://gitlab.acme.example/ada',
    };
    await sync([...groups, user('ada', ['a'], { logins })], start);

    const keys = ['github:ada-l', 'gitlab:ada.l', 'gitlab:ada'].map(keyOf);
    const { personOf } = await readPeople(knex, { contributors: keys });

    expect(personOf).toEqual(
      new Map(keys.map(key => [key, keyOf('user:user:default/ada')])),
    );
  });

  it('in no group are known, and strangers are not', async () => {
    await sync([...groups, user('ada', [])], start);

    expect(await groupsOf(github('ada'))).toEqual([]);
    expect(await groupsOf(github('stranger'))).toBeUndefined();
  });

  it('count once in a group however deep below it they are', async () => {
    await sync(
      [
        ...groups,
        group('deep', 'a'),
        user('ada', ['a', 'deep']),
        user('ben', ['deep']),
        user('cyd', ['b']),
      ],
      start,
    );
    const before = await sizes();
    await sync([...groups, user('ada', ['a']), user('cyd', ['b'])], later);

    expect(before).toEqual({
      [ref('org')]: 3,
      [ref('a')]: 2,
      [ref('deep')]: 2,
      [ref('b')]: 1,
    });
    expect(await sizes()).toEqual({
      [ref('org')]: 2,
      [ref('a')]: 1,
      [ref('b')]: 1,
    });
  });

  it('make services due whose owners they join or leave, and no others', async () => {
    const services = ['a', 'b', 'org', 'c'].map(owner =>
      component(`of-${owner}`, { owner }),
    );
    const all = [...groups, group('c'), ...services];
    await sync([...all, user('ada', ['a'])], start);

    await sync([...all, user('ada', ['a']), user('ben', ['a'])], later);

    expect(changes[1]).toEqual([
      'component:default/of-a',
      'component:default/of-org',
    ]);
  });

  it('of whom nothing is new make nothing due and write nothing', async () => {
    const all = [
      ...groups,
      component('pay', { owner: 'a' }),
      user('ada', ['a']),
    ];
    await sync(all, start);
    const statements = countStatements(knex);

    await sync(all, later);

    expect(statements.writes).toBe(0);
    expect(changes).toHaveLength(1);
  });

  it('are read in as many statements however many they are', async () => {
    await sync([...groups, user('ada', ['a']), user('ben', ['b'])], start);
    const counts = countStatements(knex);

    await readPeople(knex, { contributors: [github('ada')] });
    const few = counts.all;
    await readPeople(knex);

    expect(counts.all).toBe(2 * few);
  });

  it('leave no name in any row', async () => {
    await sync([...groups, user('octocat', ['a'])], start);

    const rows = [await knex('contributors'), await knex('memberships')];

    expect(JSON.stringify(rows)).not.toContain('octocat');
    expect(rows.map(({ length }) => length)).toEqual([1, 1]);
  });
});
