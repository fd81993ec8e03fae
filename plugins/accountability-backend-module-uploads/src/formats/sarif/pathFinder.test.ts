import { pathFinder } from './pathFinder';

const root = { uri: 'file:///builds/a/b/c/' };
const bases = {
  '%SRCROOT%': root,
  SRC: { uri: 'src/', uriBaseId: 'REPO' },
  REPO: {},
  RING: { uri: 'r/', uriBaseId: 'RING' },
};

const pathOf = (artifactLocation: object, given: object = {}) =>
  pathFinder({
    tool: { driver: { name: 'scanner' } },
    originalUriBaseIds: bases,
    ...given,
  })({ locations: [{ physicalLocation: { artifactLocation } }] });

describe('the path of a result', () => {
  it.each([
    { given: { uri: 'src/a.js' }, gives: 'src/a.js' },
    { given: { uri: './src/../lib/a.js' }, gives: 'lib/a.js' },
    { given: { uri: 'src\\a.js' }, gives: 'src/a.js' },
    { given: { uri: 'src/my%20file.js' }, gives: 'src/my file.js' },
    { given: { uri: 'src/100%.js' }, gives: 'src/100%.js' },
    { given: { uri: 'src/a.js', uriBaseId: '%SRCROOT%' }, gives: 'src/a.js' },
    { given: { uri: 'a.js', uriBaseId: 'SRC' }, gives: 'src/a.js' },
    { given: { uri: 'a.js', uriBaseId: 'NOWHERE' }, gives: 'a.js' },
    { given: { uri: 'file:///builds/a/b/c/src/a.js' }, gives: 'src/a.js' },
    {
      given: { uri: 'file:///home/runner/work/app/app/src/a.js' },
      gives: 'src/a.js',
    },
    { given: { uri: 'file:///D:/a/app/app/src/a.js' }, gives: 'src/a.js' },
    { given: { uri: 'D:\\a\\app\\app\\src\\a.js' }, gives: 'src/a.js' },
    { given: { uri: 'file:///home/somebody/app/src/a.js' }, gives: 'a.js' },
    {
      given: { uri: 'https://u:p@shop.example.org/pay?id=7' },
      gives: 'shop.example.org/pay',
    },
    { given: {}, gives: '' },
  ])('of $given is "$gives"', ({ given, gives }) => {
    expect(pathOf(given)).toBe(gives);
  });

  it('is cut to where the tool was run', () => {
    const invocations = [
      { workingDirectory: { uri: 'file:///home/somebody/app' } },
    ];

    const path = pathOf(
      { uri: 'file:///home/somebody/app/src/a.js' },
      { invocations },
    );

    expect(path).toBe('src/a.js');
  });

  it('may stand among the artifacts', () => {
    const artifacts = [{ location: { uri: 'src/a.js' } }];

    expect(pathOf({ index: 0 }, { artifacts })).toBe('src/a.js');
  });

  it('ends where bases lead in a ring', () => {
    expect(pathOf({ uri: 'a.js', uriBaseId: 'RING' })).toMatch(/a\.js$/);
  });

  it('is empty for a result without a place', () => {
    expect(pathFinder({ tool: { driver: { name: 'x' } } })({})).toBe('');
  });
});
