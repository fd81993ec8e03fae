import { Entity } from '@backstage/catalog-model';
import { namesOf } from './namesOf';

const copy = (given: object = {}) => JSON.parse(JSON.stringify(given));

const entity = (
  kind: string,
  given: { annotations?: object; spec?: object },
): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: { name: 'ada', annotations: copy(given.annotations) },
  spec: copy(given.spec),
});

describe('a User goes by', () => {
  it.each([
    {
      given: 'the account on GitHub',
      annotations: { 'github.com/user-login': ' AdaL ' },
      gives: ['github:AdaL'],
    },
    {
      given: 'the account on GitHub, as it is mentioned',
      annotations: { 'github.com/user-login': '@AdaL' },
      gives: ['github:AdaL'],
    },
    {
      given: 'the account on GitLab',
      annotations: { 'gitlab.com/user-login': 'ada' },
      gives: ['gitlab:ada'],
    },
    {
      given: 'the account in the address of a profile',
      annotations: { 'gitlab.com/user-login': 'https://gitlab.com/ada.l/' },
      gives: ['gitlab:ada.l'],
    },
    {
      given: 'the account on a host of its own',
      annotations: {
        'gitlab.acme.example/user-login': 'https://gitlab.acme.example/ada',
      },
      gives: ['gitlab:ada'],
    },
    {
      given: 'every one of them',
      annotations: {
        'github.com/user-login': 'AdaL',
        'gitlab.com/user-login': 'ada.l',
      },
      spec: { profile: { email: ' Ada@acme.example ' } },
      gives: ['github:AdaL', 'gitlab:ada.l', 'email:Ada@acme.example'],
    },
    {
      given: 'nothing that is empty',
      annotations: {
        'github.com/user-login': ' ',
        'gitlab.com/user-login': '/',
      },
      gives: [],
    },
    {
      given: 'no address that is none',
      spec: { profile: { email: 'ada' } },
      gives: [],
    },
    { given: 'nothing strange', spec: { profile: 'ada' }, gives: [] },
    {
      given: 'nothing of another host',
      annotations: { 'acme.example/user-login': 'ada' },
      gives: [],
    },
    {
      given: 'no name of a group',
      annotations: { 'github.com/team-slug': 'acme/pay' },
      gives: [],
    },
  ])('$given: $gives', ({ annotations, spec, gives }) => {
    const names = namesOf(entity('User', { annotations, spec }));

    expect(names.map(({ source, name }) => `${source}:${name}`)).toEqual(gives);
  });
});

describe('a Group goes by', () => {
  it.each([
    {
      given: 'its team on GitHub',
      annotations: { 'github.com/team-slug': '@acme/pay' },
      gives: ['github:acme/pay'],
    },
    {
      given: 'its group on GitLab, however deep',
      annotations: { 'gitlab.com/group-full-path': '/acme/sub/pay' },
      gives: ['gitlab:acme/sub/pay'],
    },
    {
      given: "what Backstage's provider writes of any host",
      annotations: { 'git.acme.example/team-path': 'acme/pay' },
      gives: ['gitlab:acme/pay'],
    },
    {
      given: 'no account and no address',
      annotations: { 'github.com/user-login': 'ada' },
      spec: { profile: { email: 'pay@acme.example' } },
      gives: [],
    },
  ])('$given: $gives', ({ annotations, spec, gives }) => {
    const names = namesOf(entity('Group', { annotations, spec }));

    expect(names.map(({ source, name }) => `${source}:${name}`)).toEqual(gives);
  });
});

it('an entity of another kind goes by nothing', () => {
  const annotations = { 'github.com/user-login': 'ada' };

  expect(namesOf(entity('Component', { annotations }))).toEqual([]);
});
