import {
  CodeownersDialect,
  ownersOfPath,
} from 'backstage-plugin-accountability-engine';
import { parseFile } from '../parseFile';
import { handleOf } from './handlesOf';
import { hidePeople } from './hidePeople';

const given: { dialect: CodeownersDialect; text: string }[] = [
  {
    dialect: 'github',
    text: [
      '# ask quilla before',
      '* @acme/all quilla@acme.example',
      '/src/ @quilla @acme/core # quilla knows',
      'logo@2x.png @quilla',
      '/free/',
    ].join('\n'),
  },
  {
    dialect: 'gitlab',
    text: [
      '* @acme/all',
      '[Quality of life][2] @quilla',
      'src/ ',
      'docs/ @@maintainer # for @quilla and quilla',
    ].join('\n'),
  },
  {
    dialect: 'bitbucket',
    text: ['* @acme/all:random(2) @quilla', 'src/ quilla@acme.example'].join(
      '\n',
    ),
  },
];
const paths = ['src/a.ts', 'docs/b.md', 'logo@2x.png', 'free/c', 'README.md'];

describe.each(given)('people in a file of $dialect', ({ dialect, text }) => {
  const hidden = hidePeople(text, dialect);

  it('are not in what is kept of it', () => {
    expect(text).toMatch(/quilla/);
    expect(hidden).not.toMatch(/quilla/);
    expect(hidden.split('\n')).toHaveLength(text.split('\n').length);
  });

  it('own the same paths under the same keys', () => {
    const keysOf = (of: string) => {
      const { file, handles } = parseFile({ text: of, dialect });
      return paths.map(path =>
        ownersOfPath(file, path).map(({ line, owners }) => ({
          line,
          keys: owners.map(owner => handles.get(owner)?.[0]),
        })),
      );
    };

    expect(keysOf(hidden)).toEqual(keysOf(text));
  });

  it('are hidden once and for all', () => {
    expect(hidePeople(hidden, dialect)).toBe(hidden);
  });
});

it('a person is found by the key that stands in the place of their name', () => {
  const { handles } = parseFile({
    text: hidePeople('* @Quilla', 'github'),
    dialect: 'github',
  });

  expect([...handles.values()]).toEqual([[handleOf('github', 'quilla')]]);
});
