import { purlOf } from './purlOf';

describe('purlOf', () => {
  it.each([
    { ecosystem: 'npm', name: '@acme/web', gives: 'pkg:npm/%40acme/web' },
    { ecosystem: 'NPM', name: 'semver', gives: 'pkg:npm/semver' },
    { ecosystem: 'pip', name: 'Py_YAML', gives: 'pkg:pypi/py-yaml' },
    {
      ecosystem: 'maven',
      name: 'org.acme:payer',
      gives: 'pkg:maven/org.acme/payer',
    },
    {
      ecosystem: 'go',
      name: 'github.com/Acme/pay',
      gives: 'pkg:golang/github.com/acme/pay',
    },
    {
      ecosystem: 'composer',
      name: 'acme/pay',
      gives: 'pkg:composer/acme/pay',
    },
    { ecosystem: 'rubygems', name: 'rack', gives: 'pkg:gem/rack' },
    { ecosystem: 'rust', name: 'serde', gives: 'pkg:cargo/serde' },
    { ecosystem: 'erlang', name: 'plug', gives: 'pkg:hex/plug' },
    { ecosystem: 'nuget', name: 'Acme.Pay', gives: 'pkg:nuget/Acme.Pay' },
    {
      ecosystem: 'actions',
      name: 'Actions/checkout',
      gives: 'pkg:githubactions/actions/checkout',
    },
    { ecosystem: 'npm', name: '', gives: undefined },
    { ecosystem: 'npm', name: 'x'.repeat(600), gives: undefined },
    { ecosystem: 'dreams', name: 'x', gives: undefined },
  ])('makes $gives of $name in $ecosystem', ({ gives, ...given }) => {
    expect(purlOf(given)).toBe(gives);
  });
});
