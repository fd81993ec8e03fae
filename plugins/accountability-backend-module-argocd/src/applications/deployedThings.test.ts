import { deployedThings } from './deployedThings';

const sha = 'b'.repeat(40);
const older = 'a'.repeat(40);

describe('what a sync deployed', () => {
  it.each([
    { given: { revision: sha }, gives: { sha } },
    { given: { revision: sha.slice(0, 7) }, gives: { version: 'bbbbbbb' } },
    { given: { revision: '2.4.1' }, gives: { version: '2.4.1' } },
    { given: { revision: ' ' }, gives: {} },
    { given: { revision: null, revisions: null }, gives: {} },
    {
      given: { revision: '', revisions: ['2.4.1', sha] },
      gives: { sha, version: '2.4.1' },
    },
    { given: { revisions: [sha, sha] }, gives: { sha } },
    {
      given: { revisions: [older, '2.4.1', sha] },
      gives: { version: 'aaaaaaaaaaaa + 2.4.1 + bbbbbbbbbbbb' },
    },
  ])('is $gives by $given', ({ given, gives }) => {
    expect(deployedThings(given, [])).toEqual(gives);
  });

  it.each([
    {
      given: ['ghcr.io/acme/payments:1.4.0'],
      gives: { version: '1.4.0', artifact: 'ghcr.io/acme/payments:1.4.0' },
    },
    {
      given: ['localhost:5000/payments:1@sha256:abc'],
      gives: { version: '1', artifact: 'localhost:5000/payments:1@sha256:abc' },
    },
    {
      given: ['localhost:5000/payments@sha256:abc'],
      gives: { artifact: 'localhost:5000/payments@sha256:abc' },
    },
    { given: ['payments:latest'], gives: { artifact: 'payments:latest' } },
    {
      given: ['payments:1', 'payments:1'],
      gives: { version: '1', artifact: 'payments:1' },
    },
    { given: ['payments:1', 'proxy:2'], gives: {} },
    { given: ['x'.repeat(501)], gives: {} },
    { given: [], gives: {} },
  ])('is the commit and $gives by the images $given', ({ given, gives }) => {
    expect(deployedThings({ revision: sha }, given)).toEqual({ sha, ...gives });
  });

  it('has the version of its chart before the tag of its image', () => {
    const things = deployedThings({ revision: '2.4.1' }, ['payments:1']);

    expect(things).toEqual({ version: '2.4.1', artifact: 'payments:1' });
  });
});
