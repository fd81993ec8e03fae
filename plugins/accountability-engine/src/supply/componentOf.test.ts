import { componentOf } from './componentOf';

describe('a component by its package url', () => {
  it.each([
    {
      given: 'pkg:npm/%40acme/pay@1.2.0',
      package: 'pkg:npm/%40acme/pay',
      version: '1.2.0',
    },
    {
      given: 'pkg:maven/a/b@1.0?type=jar#src/main',
      package: 'pkg:maven/a/b',
      version: '1.0',
    },
    {
      given: 'pkg:golang/example.org/x@v1.2.3%2Bincompatible',
      package: 'pkg:golang/example.org/x',
      version: 'v1.2.3+incompatible',
    },
    {
      given: 'pkg:npm/x@1?download_url=https://example.org/@2',
      package: 'pkg:npm/x',
      version: '1',
    },
    { given: 'pkg:generic/node', package: 'pkg:generic/node' },
    { given: 'pkg:npm/x@%zz', package: 'pkg:npm/x', version: '%zz' },
    { given: 'no url', package: 'no url' },
  ])('$given is of $package in $version', ({ given, ...gives }) => {
    expect(componentOf({ purl: given })).toEqual({
      purl: given,
      direct: false,
      version: undefined,
      ...gives,
    });
  });

  it('is direct where that is said', () => {
    expect(componentOf({ purl: 'pkg:npm/x@1', direct: true }).direct).toBe(
      true,
    );
  });
});
