import { historyText, parseHistory } from './historyText';
import { newestOf } from './newestOf';

const DAY = 86_400_000;

/** Versions that came out a day apart in this order; `!` before one says that it was withdrawn. */
const released = (...names: string[]) =>
  names.map((name, day) => ({
    version: name.replace('!', ''),
    at: day * DAY,
    ...(name.startsWith('!') && { withdrawn: true as const }),
  }));

describe('newestOf', () => {
  it.each([
    {
      given: 'an old line that is mended after a new one came out',
      type: 'npm',
      versions: ['1.0.0', '2.0.0', '1.0.1', '2.0.1'],
      gives: ['1.0.0', '2.0.0', '2.0.1'],
    },
    {
      given: 'numbers of several digits',
      type: 'cargo',
      versions: ['1.9.0', '1.10.0', '1.9.1'],
      gives: ['1.9.0', '1.10.0'],
    },
    {
      given: 'prereleases, which do not count',
      type: 'npm',
      versions: ['1.0.0', '2.0.0-rc.1', '2.0.0-0', '1.1.0+build.5'],
      gives: ['1.0.0', '1.1.0+build.5'],
    },
    {
      given: 'commits in place of versions',
      type: 'golang',
      versions: ['v0.0.0-20200101000000-abcdefabcdef', 'v2.0.0+incompatible'],
      gives: ['v2.0.0+incompatible'],
    },
    {
      given: 'a fourth number',
      type: 'nuget',
      versions: ['1.0.0.2', '1.0.0.1', '1.0.0.10'],
      gives: ['1.0.0.2', '1.0.0.10'],
    },
    {
      given: 'a number that was a mistake and was withdrawn',
      type: 'npm',
      versions: ['1.0.0', '!99.0.0', '1.1.0'],
      gives: ['1.0.0', '1.1.0'],
    },
    {
      given: 'old versions that are advised against: they were the newest once',
      type: 'npm',
      versions: ['!1.0.0', '2.0.0'],
      gives: ['1.0.0', '2.0.0'],
    },
    {
      given: 'a package all of which is advised against',
      type: 'npm',
      versions: ['!1.0.0', '!2.0.0'],
      gives: ['1.0.0', '2.0.0'],
    },
    {
      given: 'versions that are none',
      type: 'npm',
      versions: ['latest', '1', '__proto__', '1.2.3.4.5'],
      gives: [],
    },
    {
      given: 'dates in place of numbers, long before numbers',
      type: 'maven',
      versions: ['20040616', '3.2.1', '3.2.2'],
      gives: ['20040616', '3.2.1', '3.2.2'],
    },
    {
      given: 'what Maven projects call unstable',
      type: 'maven',
      versions: [
        '1.0-alpha-1',
        '1.0-M2',
        '1.0.RC1',
        '1.0.0.Beta2',
        '1.0-SNAPSHOT',
        '1.0.Final',
        '31.1-jre',
      ],
      gives: ['1.0.Final', '31.1-jre'],
    },
    {
      given: 'what PyPI calls unstable',
      type: 'pypi',
      versions: ['1.0a1', '1.0b2', '1.0rc1', '1.0.dev3', '1.0', '1.0.post1'],
      gives: ['1.0', '1.0.post1'],
    },
    {
      given: 'by date, what was withdrawn',
      type: 'gem',
      versions: ['1.0', '!1.1', '1.2'],
      gives: ['1.0', '1.2'],
    },
  ])('of $type gives $gives for $given', ({ type, versions, gives }) => {
    const newest = newestOf(type, released(...versions));

    expect(newest.map(({ version }) => version)).toEqual(gives);
  });
});

describe('the text of a history', () => {
  const versions = released('1.0.0', '2.0.0-rc.1', '2.0.0', '1.0.1');

  it('gives back the newest, and the releases that are asked for', () => {
    const text = historyText('npm', versions);

    expect(parseHistory(text, new Set(['2.0.0-rc.1', '9.9.9']))).toEqual({
      releasedAt: new Map([['2.0.0-rc.1', DAY]]),
      newest: [
        { version: '1.0.0', at: 0 },
        { version: '2.0.0', at: 2 * DAY },
      ],
    });
  });

  it('is the same in any order of versions', () => {
    expect(historyText('npm', [...versions].reverse())).toBe(
      historyText('npm', versions),
    );
  });
});
