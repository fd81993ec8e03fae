import { mockServices } from '@backstage/backend-test-utils';
import { readListSettings } from './readListSettings';

const read = (lists: object) =>
  readListSettings(
    mockServices.rootConfig({ data: { accountability: { lists } } }),
  );
const minute = 60_000;

describe('settings of lists', () => {
  it('are none where none is configured', () => {
    expect(readListSettings(mockServices.rootConfig())).toEqual([]);
  });

  it('say where each is read from, and how often', () => {
    expect(
      read({
        lifecycles: { file: 'full.json' },
        kev: { url: 'https://lists.example/kev.json' },
        epss: { file: '/lists/epss.csv.gz', every: { hours: 2 } },
      }),
    ).toEqual([
      {
        name: 'kev',
        kind: 'url',
        location: 'https://lists.example/kev.json',
        everyMs: 24 * 60 * minute,
      },
      {
        name: 'epss',
        kind: 'file',
        location: '/lists/epss.csv.gz',
        everyMs: 120 * minute,
      },
      {
        name: 'lifecycles',
        kind: 'file',
        location: 'full.json',
        everyMs: 5 * minute,
      },
    ]);
  });

  it.each([
    { given: 'no place', kev: {}, says: 'either file or url' },
    {
      given: 'two places',
      kev: { file: 'kev.json', url: 'https://lists.example/kev.json' },
      says: 'either file or url',
    },
    {
      given: 'an address of another kind',
      kev: { url: 'file:///etc/passwd' },
      says: 'http or https address',
    },
    {
      given: 'no address',
      kev: { url: 'kev.json' },
      says: 'http or https address',
    },
    {
      given: 'a password in an address',
      kev: { url: 'https://me:hush@lists.example/kev.json' },
      says: 'without user and password',
    },
    {
      given: 'a look each second',
      kev: { file: 'kev.json', every: { seconds: 1 } },
      says: 'at least a minute',
    },
  ])('cannot be read with $given', ({ kev, says }) => {
    expect(() => read({ kev })).toThrow(says);
    expect(() => read({ kev })).not.toThrow('hush');
  });
});
