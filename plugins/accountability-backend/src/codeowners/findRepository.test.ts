import { findRepository } from './findRepository';
import { placesOf } from './placesOf';

const types: Record<string, string> = {
  'github.com': 'github',
  'ghe.acme.example': 'github',
  'gitlab.com': 'gitlab',
  'git.acme.example': 'gitlab',
  'bitbucket.org': 'bitbucketCloud',
  'bitbucket.acme.example': 'bitbucketServer',
  'dev.azure.com': 'azure',
};
const hosts = { typeOf: (url: string) => types[new URL(url).host] };

describe('findRepository', () => {
  it.each([
    {
      given: 'a subject alone',
      subject: 'github:acme/payments',
      locations: [],
      url: 'https://github.com/acme/payments',
      dialect: 'github',
    },
    {
      given: 'a source location in it',
      subject: 'github:acme/payments',
      locations: ['url:https://ghe.acme.example/Acme/Payments/tree/main/svc/'],
      url: 'https://ghe.acme.example/Acme/Payments',
      dialect: 'github',
    },
    {
      given: 'a source location that is the repository itself',
      subject: 'github:acme/payments',
      locations: ['url:https://ghe.acme.example/acme/payments.git'],
      url: 'https://ghe.acme.example/acme/payments',
      dialect: 'github',
    },
    {
      given: 'a source location elsewhere',
      subject: 'github:acme/payments',
      locations: ['url:https://ghe.acme.example/acme/payments-docs/tree/main/'],
      url: 'https://github.com/acme/payments',
      dialect: 'github',
    },
    {
      given: 'several, of which one lies in it',
      subject: 'github:acme/payments',
      locations: [
        'dir:.',
        'url:https://github.com/acme/other/tree/main/',
        'url:https://ghe.acme.example/acme/payments/tree/main/',
      ],
      url: 'https://ghe.acme.example/acme/payments',
      dialect: 'github',
    },
    {
      given: 'a project of GitLab below groups, on a host below a path',
      subject: 'gitlab:acme/sub/ledger',
      locations: [
        'url:https://git.acme.example/lab/acme/sub/ledger/-/tree/main/',
      ],
      url: 'https://git.acme.example/lab/acme/sub/ledger',
      dialect: 'gitlab',
    },
    {
      given: 'a repository of Bitbucket Cloud',
      subject: 'bitbucket:acme/payments',
      locations: [],
      url: 'https://bitbucket.org/acme/payments',
      dialect: 'bitbucket',
    },
    {
      given: 'a repository of Bitbucket Server',
      subject: 'bitbucket:pay/ledger',
      locations: [
        'url:https://bitbucket.acme.example/projects/PAY/repos/ledger/browse/',
      ],
      url: 'https://bitbucket.acme.example/projects/PAY/repos/ledger',
      dialect: 'bitbucket',
    },
  ])('finds $url by $given', ({ subject, locations, url, dialect }) => {
    expect(findRepository(subject, locations, hosts)).toEqual({
      status: 'known',
      url,
      dialect,
    });
  });

  it.each([
    {
      given: 'a host without an integration',
      location: 'url:https://git.other.example/acme/payments/tree/main/',
      because: 'Backstage has no integration for git.other.example',
    },
    {
      given: 'a host without CODEOWNERS',
      location: 'url:https://dev.azure.com/acme/payments/',
      because: 'dev.azure.com is a host of type azure',
    },
  ])('says why nothing is read on $given', ({ location, because }) => {
    expect(findRepository('github:acme/payments', [location], hosts)).toEqual({
      status: 'unknown',
      because: expect.stringContaining(because),
    });
  });
});

describe('placesOf', () => {
  it.each([
    {
      url: 'https://github.com/acme/payments',
      dialect: 'github' as const,
      gives: [
        'https://github.com/acme/payments/blob/HEAD/.github/CODEOWNERS',
        'https://github.com/acme/payments/blob/HEAD/CODEOWNERS',
        'https://github.com/acme/payments/blob/HEAD/docs/CODEOWNERS',
      ],
    },
    {
      url: 'https://gitlab.com/acme/sub/ledger',
      dialect: 'gitlab' as const,
      gives: [
        'https://gitlab.com/acme/sub/ledger/-/blob/HEAD/CODEOWNERS',
        'https://gitlab.com/acme/sub/ledger/-/blob/HEAD/docs/CODEOWNERS',
        'https://gitlab.com/acme/sub/ledger/-/blob/HEAD/.gitlab/CODEOWNERS',
      ],
    },
    {
      url: 'https://bitbucket.org/acme/payments',
      dialect: 'bitbucket' as const,
      gives: [
        'https://bitbucket.org/acme/payments/src/HEAD/.bitbucket/CODEOWNERS',
      ],
    },
    {
      url: 'https://bitbucket.acme.example/projects/PAY/repos/ledger',
      dialect: 'bitbucket' as const,
      gives: [
        'https://bitbucket.acme.example/projects/PAY/repos/ledger/browse/.bitbucket/CODEOWNERS?at=HEAD',
      ],
    },
  ])('looks in $url as its host does', ({ gives, ...repository }) => {
    expect(placesOf(repository).map(({ url }) => url)).toEqual(gives);
  });
});
