import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { runCli } from './runCli';

const head = (kind: string, name: string) =>
  [
    'apiVersion: accountability.io/v1alpha1',
    `kind: ${kind}`,
    `metadata: { name: ${name}, title: ${name} }`,
    'spec:',
  ].join('\n');
const check = (id: string, more: string) =>
  `    - { id: ${id}, title: x, burden: ownership, ${more} }`;
const owned = "level: bronze, expression: 'ownership.owner_resolves'";
const good = [
  head('Scorecard', 'good'),
  '  levels: [bronze]',
  '  checks:',
  check('owned', `${owned}, remediation: x`),
].join('\n');

describe('accountability policy check', () => {
  let dir: string;
  let out: string;
  let err: string;

  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'policy-'));
    out = '';
    err = '';
  });

  afterEach(() => rm(dir, { recursive: true }));

  async function put(name: string, text: string): Promise<string> {
    const path = join(dir, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
    return path;
  }

  const run = (...args: string[]) =>
    runCli(['policy', 'check', ...args], {
      env: {},
      out: text => {
        out += text;
      },
      err: text => {
        err += text;
      },
      clock: () => 0,
    });

  it('has nothing to say of policy that is well', async () => {
    await put('good.yaml', good);

    expect(await run(dir)).toBe(0);
    expect(out).toBe(
      '1 files: 1 scorecards with 1 checks, 0 gates with 0 rules; 0 faults, 0 warnings\n',
    );
  });

  it('tells each fault at its place with a hint', async () => {
    const path = await put('bad.yaml', good.replace('owner_res', 'ownerRes'));

    expect(await run(dir)).toBe(1);
    expect(out.split('\n')[0]).toBe(
      `${path}:7:77 unknown fact 'ownership.ownerResolves' (did you mean 'ownership.owner_resolves'?)`,
    );
  });

  it('knows facts of others where they are listed', async () => {
    await put(
      'a.yaml',
      good.replace('ownership.owner_resolves', 'sonar.coverage > 0.5'),
    );
    const facts = await put(
      'facts.yml',
      '[{ id: sonar.coverage, unit: ratio }]',
    );

    expect(await run(dir)).toBe(1);
    expect(await run(dir, '--facts', facts)).toBe(0);
  });

  it('reads all files together, so that a gate finds checks of other files', async () => {
    const gate = `${head('Gate', 'ship')}\n  rules: [{ check: good/owned }]`;
    const one = await put('gates/ship.yml', gate);
    const other = await put('scorecards/good.yaml', good);

    expect(await run(one)).toBe(1);
    expect(await run(one, other)).toBe(0);
    expect(await run(dir, one)).toBe(0);
  });

  it('leaves in a folder what is no policy, and takes what is named', async () => {
    await put('good.yaml', good);
    const other = await put('catalog-info.yaml', 'kind: Component');
    await put('.github/workflows/ci.yml', good);
    await put('node_modules/x/policy.yaml', good);

    expect(await run(dir)).toBe(0);
    expect(await run(other)).toBe(1);
    expect(out).toContain(`${other}:1:7 unknown kind 'Component'`);
  });

  it('takes a file whose version is misspelt all the same', async () => {
    await put('bad.yaml', good.replace('apiVersion: ', 'version: '));

    expect(await run(dir)).toBe(1);
  });

  it.each([
    {
      given: 'an enforced check that does not say what to do',
      text: good.replace(', remediation: x', ''),
      gives: /:7:\d+ warning: owned is enforced and has no remediation/,
    },
    {
      given: 'enforceFrom without enforce',
      text: `${good}\n${check(
        'tried',
        "mode: warn, enforceFrom: 2027-01-01, expression: 'true'",
      )}`,
      gives: /:8:\d+ warning: tried has the mode warn, so that its enforceFrom/,
    },
    {
      given: 'a level that needs nothing',
      text: good.replace('[bronze]', '[bronze, silver]'),
      gives: /:5:20 warning: no enforced check of good names the level silver/,
    },
    {
      given: 'a gate that asks a draft',
      text: [
        good.replace('  levels', '  draft: true\n  levels'),
        `${head('Gate', 'ship')}\n  rules:\n    - check: good/owned`,
      ].join('\n---\n'),
      gives: /:15:14 warning: good\/owned is of a draft/,
    },
    {
      given:
        'a gate that enforces a check without remediation, which itself warns',
      text: [
        good.replace(', remediation: x', ', mode: warn'),
        `${head(
          'Gate',
          'ship',
        )}\n  rules:\n    - { check: good/owned, mode: enforce }`,
      ].join('\n---\n'),
      gives: /:14:16 warning: good\/owned is enforced and has no remediation/,
    },
  ])('warns of $given, and lets it pass', async ({ text, gives }) => {
    await put('a.yaml', text);

    expect(await run(dir)).toBe(0);
    expect(out).toMatch(gives);
    expect(out).toContain('0 faults, 1 warnings');
  });

  it('says nothing of a rule that is at fault but its fault', async () => {
    const rules = 'rules: [{ check: good/ownd, mode: enforce }]';
    await put('a.yaml', `${good}\n---\n${head('Gate', 'ship')}\n  ${rules}`);

    expect(await run(dir)).toBe(1);
    expect(out).toContain('1 faults, 0 warnings');
  });

  it('annotates files on GitHub', async () => {
    const path = await put('bad.yaml', good.replace('owner_res', 'ownerRes'));

    await run(dir, '--format', 'github');

    expect(out.split('\n')[0]).toBe(
      `::error file=${path},line=7,col=77,title=Policy compiles::unknown fact 'ownership.ownerResolves' (did you mean 'ownership.owner_resolves'?)`,
    );
  });

  it('keeps JSON and SARIF in a file', async () => {
    const file = await put('bad.yaml', good.replace('owner_res', 'ownerRes'));
    const [json, sarif] = [join(dir, 'a.json'), join(dir, 'a.sarif')];

    await run(file, '--format', 'json', '--output', json);
    await run(file, '--format', 'sarif', '--output', sarif);

    const message =
      "unknown fact 'ownership.ownerResolves' (did you mean 'ownership.owner_resolves'?)";
    expect(JSON.parse(await readFile(json, 'utf8'))).toEqual({
      files: 1,
      faults: [{ rule: 'policy-fault', message, file, line: 7, column: 77 }],
      warnings: [],
    });
    const [{ results }] = JSON.parse(await readFile(sarif, 'utf8')).runs;
    expect(results).toMatchObject([{ ruleId: 'policy-fault', level: 'error' }]);
  });

  it('refuses what it cannot read', async () => {
    const facts = await put('facts.yaml', '[{ id: coverage, unit: percent }]');

    expect(await run(join(dir, 'none.yaml'))).toBe(2);
    expect(err).toContain('none.yaml cannot be read: there is no such file');
    expect(await run(dir)).toBe(2);
    expect(err).toContain('there is no policy here');
    expect(await run(dir, '--facts', facts, '--format', 'xml')).toBe(2);
    expect(err).toMatch(/0\.id: write it like sonar\.coverage/);
    expect(err).toMatch(/--format xml is not known/);
  });
});
