import { ConfigReader } from '@backstage/config';
import { readPackageSources } from './readPackageSources';

const url = 'https://packages.acme.example/';
const read = (sources: object[]) =>
  readPackageSources(
    new ConfigReader({ accountability: { packages: { sources } } }),
    () => ({ get: async () => ({ status: 'unchanged' }) }),
  );

describe('sources of releases', () => {
  it('are none where none is configured', () => {
    expect(
      readPackageSources(new ConfigReader({}), () => {
        throw new Error('Nobody is to be asked');
      }),
    ).toEqual([]);
  });

  it('are told apart without their credentials', () => {
    const sources = read([
      { kind: 'npm', url, token: 'secret' },
      { kind: 'deps.dev', url, except: [] },
      { kind: 'file', path: '/data/releases.jsonl' },
    ]);

    expect(sources.map(({ id }) => id)).toEqual([
      'npm https://packages.acme.example',
      'deps.dev https://packages.acme.example',
      'file /data/releases.jsonl',
    ]);
  });

  it.each([
    { name: 'pkg:npm/lodash', gives: [true, true, true] },
    { name: 'pkg:npm/%40acme/pay', gives: [true, false, true] },
    { name: 'pkg:maven/org.slf4j/slf4j-api', gives: [false, true, true] },
    { name: 'pkg:generic/openssl', gives: [false, false, true] },
    { name: 'pkg:npm/a/b/c', gives: [false, true, true] },
    { name: 'pkg:npm/..', gives: [false, false, false] },
  ])('may be asked for $name: $gives', ({ name, gives }) => {
    const sources = read([
      { kind: 'npm', url },
      { kind: 'deps.dev', url, except: ['pkg:npm/@acme/'] },
      { kind: 'file', path: '/data/releases.jsonl' },
    ]);

    expect(sources.map(source => source.isFor(name))).toEqual(gives);
  });

  it.each([
    { given: { kind: 'maven', url }, says: /deps.dev, npm and file/ },
    { given: { kind: 'npm' }, says: /url/ },
    { given: { kind: 'npm', url: 'ftp://a' }, says: /is none/ },
    { given: { kind: 'npm', url: 'https://a:b@c.example' }, says: /as token/ },
    { given: { kind: 'deps.dev', url }, says: /except: \[\] tells it all/ },
    { given: { kind: 'file' }, says: /path/ },
  ])('of $given are refused', ({ given, says }) => {
    expect(() => read([given])).toThrow(says);
  });
});
