import { manifests } from './manifests';

const reads = (path: string, text: string) =>
  manifests
    .find(one => one.path === path)
    ?.read(text)
    .map(purl => decodeURIComponent(purl));

describe('what files say that a service runs on', () => {
  it.each([
    {
      file: '.nvmrc',
      given: 'v22.11.0\n',
      gives: ['pkg:generic/node@v22.11.0'],
    },
    {
      file: '.nvmrc',
      given: '# ours\n\n 22 \r\n',
      gives: ['pkg:generic/node@22'],
    },
    { file: '.nvmrc', given: 'lts/iron', gives: ['pkg:generic/node@20'] },
    { file: '.nvmrc', given: 'lts/*', gives: ['pkg:generic/node@lts/*'] },
    {
      file: '.node-version',
      given: '20.18.1',
      gives: ['pkg:generic/node@20.18.1'],
    },
    {
      file: '.python-version',
      given: '3.12.7\n3.11\n',
      gives: ['pkg:generic/python@3.12.7'],
    },
    {
      file: 'runtime.txt',
      given: 'python-3.11.9',
      gives: ['pkg:generic/python@3.11.9'],
    },
    { file: 'runtime.txt', given: 'some notes', gives: [] },
    {
      file: '.ruby-version',
      given: 'ruby-3.3.6',
      gives: ['pkg:generic/ruby@3.3.6'],
    },
    { file: '.java-version', given: '1.8', gives: ['pkg:generic/java@8'] },
    {
      file: '.java-version',
      given: 'temurin-21.0.5',
      gives: ['pkg:generic/java@21.0.5'],
    },
    {
      file: '.java-version',
      given: '17.0.13',
      gives: ['pkg:generic/java@17.0.13'],
    },
    {
      file: '.java-version',
      given: 'corretto-17',
      gives: ['pkg:generic/java@corretto-17'],
    },
    { file: '.java-version', given: '', gives: [] },
  ])('$file: $given', ({ file, given, gives }) => {
    expect(reads(file, given)).toEqual(gives);
  });

  it.each([
    { given: '{"engines":{"node":"22.x"}}', gives: ['22.x'] },
    { given: '{"engines":{"node":"^22.11.0"}}', gives: ['22'] },
    { given: '{"engines":{"node":"~22.11.0"}}', gives: ['22.11'] },
    { given: '{"engines":{"node":">=22 <23"}}', gives: ['22'] },
    { given: '{"engines":{"node":">=20 <23"}}', gives: ['>=20 <23'] },
    { given: '{"engines":{"node":">=18"}}', gives: ['>=18'] },
    { given: '{"engines":{"node":"^20 || ^22"}}', gives: ['^20 || ^22'] },
    {
      given: '{"volta":{"node":"22.1.0"},"engines":{"node":">=18"}}',
      gives: ['22.1.0'],
    },
    { given: '{"engines":{"npm":"10"}}', gives: [] },
    { given: '{"engines":["node >= 18"]}', gives: [] },
    { given: '{"engines":{"node":22}}', gives: [] },
    { given: `{"engines":{"node":"${'9'.repeat(101)}"}}`, gives: [] },
    { given: '{"name":', gives: [] },
    { given: 'null', gives: [] },
  ])('package.json: $given', ({ given, gives }) => {
    expect(reads('package.json', given)).toEqual(
      gives.map(version => `pkg:generic/node@${version}`),
    );
  });

  it.each([
    {
      given: '[project]\nname = "x"\nrequires-python = ">=3.9"',
      gives: ['>=3.9'],
    },
    { given: "[project]\nrequires-python = '==3.12.*'", gives: ['3.12'] },
    { given: '[project]\nrequires-python = "~=3.12.1"', gives: ['3.12'] },
    { given: '[project]\nrequires-python = "~=3.12"', gives: ['3'] },
    { given: '[project]\nrequires-python = ">=3.12,<3.13"', gives: ['3.12'] },
    {
      given: '[project]\nrequires-python = ">=3.12, <3.14"',
      gives: ['>=3.12, <3.14'],
    },
    { given: '[tool.poetry.dependencies]\npython = "~3.12"', gives: ['3.12'] },
    { given: '[tool.poetry.dependencies]\npython = "^3.12"', gives: ['3'] },
    { given: '[tool.other]\npython = "3.6"\n[project]\nname = "x"', gives: [] },
    { given: 'python = "3.6"', gives: [] },
  ])('pyproject.toml: $given', ({ given, gives }) => {
    expect(reads('pyproject.toml', given)).toEqual(
      gives.map(version => `pkg:generic/python@${version}`),
    );
  });

  it.each([
    {
      given: 'module x\n\ngo 1.23.0\n\ntoolchain go1.24.2\n',
      gives: ['1.24.2'],
    },
    { given: 'module x\n\ngo 1.22\n', gives: ['>=1.22'] },
    { given: 'module x\nrequire go 1.2\n', gives: [] },
  ])('go.mod: $given', ({ given, gives }) => {
    expect(reads('go.mod', given)).toEqual(
      gives.map(version => `pkg:generic/go@${version}`),
    );
  });

  it.each([
    {
      given: '<maven.compiler.release>21</maven.compiler.release>',
      gives: ['>=21'],
    },
    { given: '<java.version> 17 </java.version>', gives: ['>=17'] },
    {
      given:
        '<java.version>17</java.version><maven.compiler.release>${java.version}</maven.compiler.release>',
      gives: ['>=17'],
    },
    {
      given: '<maven.compiler.target>1.8</maven.compiler.target>',
      gives: ['>=8'],
    },
    {
      given:
        '<java.version>21</java.version><profile><java.version>11</java.version></profile>',
      gives: ['>=21'],
    },
    { given: '<!-- <java.version>7</java.version> -->', gives: [] },
    {
      given: '<maven.compiler.release>${jdk}</maven.compiler.release>',
      gives: [],
    },
    { given: '<version>1.0</version>', gives: [] },
  ])('pom.xml: $given', ({ given, gives }) => {
    expect(reads('pom.xml', given)).toEqual(
      gives.map(version => `pkg:generic/java@${version}`),
    );
  });

  it.each([
    {
      given:
        'nodejs 22.11.0 20.1.0\njava temurin-21.0.5+11 # ours\n\nterraform 1.9\n',
      gives: ['pkg:generic/node@22.11.0', 'pkg:generic/java@21.0.5+11'],
    },
    {
      given: 'golang\t1.23.4\npostgres 16.4',
      gives: ['pkg:generic/go@1.23.4', 'pkg:generic/postgresql@16.4'],
    },
    { given: 'python system', gives: ['pkg:generic/python@system'] },
    { given: 'python', gives: [] },
    { given: '__proto__ 1', gives: [] },
  ])('.tool-versions: $given', ({ given, gives }) => {
    expect(reads('.tool-versions', given)).toEqual(gives);
  });

  it.each([
    { given: '{"sdk":{"version":"8.0.404"}}', gives: ['8.0.404'] },
    {
      given: '{"sdk":{"version":"8.0.404","rollForward":"latestFeature"}}',
      gives: ['8.0.404'],
    },
    {
      given: '{"sdk":{"version":"8.0.100","rollForward":"latestMajor"}}',
      gives: ['>=8.0.100'],
    },
    { given: '{"sdk":{}}', gives: [] },
  ])('global.json: $given', ({ given, gives }) => {
    expect(reads('global.json', given)).toEqual(
      gives.map(version => `pkg:generic/dotnet@${version}`),
    );
  });

  it.each([
    { file: 'pom.xml', given: '<!--'.repeat(250_000) },
    { file: 'pom.xml', given: `<a>${' '.repeat(1_000_000)}` },
    { file: 'pyproject.toml', given: `[project]\n${' '.repeat(1_000_000)}` },
    { file: 'Dockerfile', given: 'FROM a AS a\n'.repeat(90_000) },
    { file: 'Dockerfile', given: `FROM ${'${A:-'.repeat(200_000)}` },
    {
      file: 'Dockerfile',
      given: `ARG A=${'x'.repeat(300)}\n${Array.from(
        { length: 5_000 },
        () => `ARG A=${'$A'.repeat(90)}`,
      ).join('\n')}\nFROM $A`,
    },
    { file: '.nvmrc', given: '#'.repeat(1_000_000) },
    { file: '.tool-versions', given: `nodejs ${'1.'.repeat(500_000)}` },
    { file: 'package.json', given: '['.repeat(500_000) },
    { file: 'go.mod', given: `go ${'1'.repeat(1_000_000)}` },
  ])('$file of a megabyte is read in a second', ({ file, given }) => {
    const start = performance.now();

    reads(file, given);

    expect(performance.now() - start).toBeLessThan(1000);
  });
});
