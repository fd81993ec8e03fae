import { Entity } from '@backstage/catalog-model';
import { CodeownersDialect } from 'backstage-plugin-accountability-engine';
import { handlesOf } from './handlesOf';
import { mapHandles } from './mapHandles';

interface More {
  namespace?: string;
  annotations?: Record<string, string>;
  email?: string;
}

function entity(kind: string, name: string, more: More = {}): Entity {
  const { namespace, annotations, email } = more;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, namespace, annotations },
    spec: { profile: { email } },
  };
}
const group = (name: string, more?: More) => entity('Group', name, more);
const user = (name: string, more?: More) => entity('User', name, more);

const groups = [
  group('pay', { annotations: { 'github.com/team-slug': 'acme/payments' } }),
  group('search'),
  group('ledger', {
    annotations: { 'gitlab.com/group-full-path': 'acme/sub/ledger' },
  }),
  group('vault', {
    annotations: { 'git.acme.example/team-path': 'acme/vault' },
  }),
  group('twice'),
  group('twice', { namespace: 'other' }),
  group('remote', { namespace: 'other' }),
  group('first', { annotations: { 'github.com/team-slug': 'acme/both' } }),
  group('second', { annotations: { 'github.com/team-slug': 'acme/both' } }),
];
const users = [
  user('ada', {
    annotations: {
      'github.com/user-login': 'AdaL',
      'gitlab.com/user-login': 'https://gitlab.com/ada.l',
    },
    email: 'Ada@Acme.example',
  }),
  user('bob'),
  user('cy', { email: 'shared@acme.example' }),
  user('di', { email: 'shared@acme.example' }),
];

const sizes = new Map([
  ['group:default/pay', 1],
  ['group:default/search', 3],
]);

describe('owners of CODEOWNERS files', () => {
  const rows = new Map(
    mapHandles([...groups, ...users], sizes).map(row => [row.handle, row]),
  );
  const find = (owner: string, dialect: CodeownersDialect) => {
    const row = handlesOf(owner, dialect).flatMap(
      handle => rows.get(handle) ?? [],
    )[0];
    return row && [row.rule, row.entity_ref, row.size];
  };

  it.each([
    {
      given: 'a team that a group names',
      owner: '@Acme/Payments',
      gives: ['annotation', 'group:default/pay', 1],
    },
    {
      given: 'a team that nobody names, and the one group of that name',
      owner: '@acme/search',
      gives: ['name', 'group:default/search', 3],
    },
    { given: 'a team whose name two groups have', owner: '@acme/twice' },
    { given: 'a team whose name a group elsewhere has', owner: '@acme/remote' },
    {
      given: 'a team with the name of a group that is another team',
      owner: '@acme/pay',
    },
    { given: 'a team that two groups claim', owner: '@acme/both' },
    { given: 'a team that there is not', owner: '@acme/gone' },
    {
      given: 'a login',
      owner: '@adal',
      gives: ['annotation', null, 1],
    },
    { given: 'a login of nobody', owner: '@bob' },
    {
      given: 'an address',
      owner: 'ada@acme.example',
      gives: ['email', null, 1],
    },
    { given: 'an address that two share', owner: 'shared@acme.example' },
    {
      given: 'a group of GitLab however deep',
      dialect: 'gitlab' as const,
      owner: '@acme/sub/ledger',
      gives: ['annotation', 'group:default/ledger', 0],
    },
    {
      given: "a group of GitLab by what Backstage's provider writes",
      dialect: 'gitlab' as const,
      owner: '@acme/vault',
      gives: ['annotation', 'group:default/vault', 0],
    },
    {
      given: 'a login of GitLab',
      dialect: 'gitlab' as const,
      owner: '@ada.l',
      gives: ['annotation', null, 1],
    },
    {
      given: 'a role of GitLab',
      dialect: 'gitlab' as const,
      owner: '@@maintainer',
    },
    {
      given: 'a group of GitLab by its last name alone',
      dialect: 'gitlab' as const,
      owner: '@acme/search',
    },
    {
      given: 'a group of Bitbucket',
      dialect: 'bitbucket' as const,
      owner: '@acme/search',
      gives: ['name', 'group:default/search', 3],
    },
  ])('$given: $owner', ({ owner, dialect = 'github' as const, gives }) => {
    expect(find(owner, dialect)).toEqual(gives);
  });

  it('keep no login and no address', () => {
    const kept = JSON.stringify([...rows.values()]).toLowerCase();

    for (const name of ['ada', 'bob', 'acme.example', 'shared']) {
      expect(kept).not.toContain(name);
    }
  });
});
