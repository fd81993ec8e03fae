import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Codeowners, CodeownersDialect } from './Codeowners';
import { ownersOfPath } from './ownersOfPath';
import { parseCodeowners } from './parseCodeowners';

const ownersIn = (file: Codeowners, path: string) =>
  ownersOfPath(file, path).map(({ owners }) => owners);

describe('CODEOWNERS of GitHub', () => {
  const file = parseCodeowners(
    [
      '* @org/all',
      '*.js @org/js # c',
      'docs/* @org/docs',
      '/build/logs/ @org/logs',
      '/apps/ @org/apps',
      '/apps/github',
      'foo[ab].ts @x',
      '!neg @y',
      '**/logs @org/l',
    ].join('\n'),
    'github',
  );

  it.each([
    { path: 'a.js', gives: ['@org/js'] },
    { path: 'docs/a.md', gives: ['@org/docs'] },
    { path: 'docs/b/c.md', gives: ['@org/all'] },
    { path: 'build/logs/x', gives: ['@org/l'] },
    { path: 'apps/a.ts', gives: ['@org/apps'] },
    { path: 'apps/github/z.ts', gives: [] },
    { path: 'fooa.ts', gives: ['@org/all'] },
    { path: 'deep/logs/q', gives: ['@org/l'] },
  ])('gives $path to $gives', ({ path, gives }) => {
    expect(ownersIn(file, path)).toEqual([gives]);
  });

  it('tells which lines it cannot mean, and reads the others', () => {
    expect(file.errors).toEqual([
      {
        line: 7,
        because:
          'foo[ab].ts has brackets, which are not read here; write a line for each',
      },
      {
        line: 8,
        because:
          '!neg begins with "!", which excludes nothing here; name the path again without an owner',
      },
    ]);
    expect(file.rules).toHaveLength(7);
  });

  it.each([
    { given: 'a path that no line names', text: '/src/ @a', gives: [] },
    {
      given: 'several owners',
      text: '* @a @org/b c@d.io',
      gives: ['@a', '@org/b', 'c@d.io'],
    },
    {
      given: 'a blank in the path',
      text: 'my\\ file.md @a',
      path: 'my file.md',
      gives: ['@a'],
    },
    {
      given: 'a comment and an empty line',
      text: '# all\n\n* @a',
      gives: ['@a'],
    },
    { given: 'a mark of the byte order', text: '\uFEFF* @a', gives: ['@a'] },
    {
      given: 'line ends of Windows',
      text: '* @a\r\n*.x @b\r\n',
      gives: ['@a'],
    },
    {
      given: 'another case',
      text: 'README.md @a',
      path: 'readme.md',
      gives: [],
    },
  ])('reads $given', ({ text, path = 'README.md', gives }) => {
    expect(ownersIn(parseCodeowners(text, 'github'), path).flat()).toEqual(
      gives,
    );
  });

  it.each(['* @a someone', '* @', '* @a/', '\\#x @a'])(
    'does not read %j, and says so',
    text => {
      const { rules, errors } = parseCodeowners(text, 'github');

      expect([rules.length, errors.length]).toEqual([0, 1]);
    },
  );
});

describe('CODEOWNERS of GitLab', () => {
  const file = parseCodeowners(
    [
      '* @general',
      '[Documentation][2] @docs-team',
      'docs/',
      'README.md',
      '^[Database] @db',
      'model/db/',
      'config/db/setup.md @docs-team',
      '[documentation]',
      'extra/ @x',
    ].join('\n'),
    'gitlab',
  );
  const documentation = {
    name: 'Documentation',
    optional: false,
    approvals: 2,
  };
  const database = { name: 'Database', optional: true, approvals: 1 };
  const general = {
    owners: ['@general'],
    section: { optional: false, approvals: 1 },
  };

  it.each([
    {
      path: 'docs/a',
      gives: { owners: ['@docs-team'], section: documentation },
    },
    {
      path: 'README.md',
      gives: { owners: ['@docs-team'], section: documentation },
    },
    { path: 'model/db/x.rb', gives: { owners: ['@db'], section: database } },
    {
      path: 'config/db/setup.md',
      gives: { owners: ['@docs-team'], section: database },
    },
    { path: 'extra/y', gives: { owners: ['@x'], section: documentation } },
  ])(
    'asks the section beside the owners of all for $path',
    ({ path, gives }) => {
      expect(ownersOfPath(file, path)).toMatchObject([general, gives]);
    },
  );

  const text = (...lines: string[]) => lines.join('\n');
  it.each([
    {
      given: 'a folder without its slash is a file',
      text: 'docs @a',
      path: 'docs/x',
      gives: [],
    },
    {
      given: 'a star does not cross folders',
      text: '/docs/*.md @a',
      path: 'docs/b/c.md',
      gives: [],
    },
    {
      given: 'two stars do',
      text: '/docs/**/*.md @a',
      path: 'docs/b/c.md',
      gives: [['@a']],
    },
    {
      given: 'a name matches at any depth',
      text: '*.md @a',
      path: 'x/y/c.md',
      gives: [['@a']],
    },
    {
      given: 'a class of characters',
      text: '[All]\nfoo[a-c].ts @a',
      path: 'foob.ts',
      gives: [['@a']],
    },
    {
      given: 'the class turned round',
      text: 'foo[!a-c].ts @a',
      path: 'foob.ts',
      gives: [],
    },
    {
      given: 'roles and groups of groups',
      text: '* @@maintainer @a/b/c',
      path: 'x',
      gives: [['@@maintainer', '@a/b/c']],
    },
    {
      given: 'owners in what was meant as a comment',
      text: '*.md @a # ask @b first',
      path: 'x.md',
      gives: [['@a', '@b']],
    },
    {
      given: 'an escaped sign of a comment',
      text: '\\#x @a',
      path: '#x',
      gives: [['@a']],
    },
    {
      given: 'an exclusion, wherever it stands',
      text: text('!*.lock', '* @a'),
      path: 'x.lock',
      gives: [],
    },
    {
      given: 'an exclusion, in its section alone',
      text: text('* @a', '[X]', '!*.lock', '* @b'),
      path: 'x.lock',
      gives: [['@a']],
    },
    {
      given: 'a line of nobody over one of somebody',
      text: text('* @a', '*.md'),
      path: 'x.md',
      gives: [[]],
    },
  ])('knows $given', ({ text: given, path, gives }) => {
    expect(ownersIn(parseCodeowners(given, 'gitlab'), path)).toEqual(gives);
  });
});

describe('CODEOWNERS of Bitbucket', () => {
  it.each([
    { given: '* @acme/payments:random(2)', gives: ['@acme/payments'] },
    {
      given: '* @acme/payments:least_busy(1) @ann',
      gives: ['@acme/payments', '@ann'],
    },
    { given: '* @ann # the first', gives: ['@ann'] },
  ])('reads $given', ({ given, gives }) => {
    expect(ownersIn(parseCodeowners(given, 'bitbucket'), 'x')).toEqual([gives]);
  });

  it.each(['!x @a', 'x[ab] @a', '\\#x @a'])('does not read %j', given => {
    expect(parseCodeowners(given, 'bitbucket').errors).toHaveLength(1);
  });
});

describe('every dialect', () => {
  it.each<CodeownersDialect>(['github', 'gitlab', 'bitbucket'])(
    'is not slowed by a pattern of %s that is made to be slow',
    dialect => {
      const file = parseCodeowners(
        `/${'**/*a*a*a*a*a*a/'.repeat(20)}b @a`,
        dialect,
      );

      expect(ownersOfPath(file, `${'a'.repeat(200)}/`.repeat(60))).toEqual([]);
    },
  );
});

interface Verdicts {
  name: string;
  pattern: string;
  paths: Record<string, boolean>;
}

const data = resolve(
  __dirname,
  '../../../../../shared/data/codeowners/jjmschofield-patterns.json',
);
const patterns: Verdicts[] = existsSync(data)
  ? JSON.parse(readFileSync(data, 'utf8'))
  : [];
if (patterns.length === 0) {
  // eslint-disable-next-line no-console
  console.warn(`skipped: there are no verdicts at ${data}`);
}

(patterns.length > 0 ? describe : describe.skip)('verdicts of others', () => {
  it.each(patterns)('are ours: $name', ({ pattern, paths }) => {
    const file = parseCodeowners(`${pattern} @a`, 'github');

    expect(
      Object.fromEntries(
        Object.keys(paths).map(path => [
          path,
          ownersOfPath(file, path).length > 0,
        ]),
      ),
    ).toEqual(paths);
  });
});
