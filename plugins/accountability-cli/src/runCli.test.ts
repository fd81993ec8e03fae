import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { runCli } from './runCli';
import { FakeIntake } from './testing/FakeIntake';

const token = 'a-secret-token';
const mapping = [
  ...['--map', 'subject=generic:{app}', '--map', 'when=at'],
  ...['--map', 'record=test:deployment:{n}', '--map', 'version=version'],
];

describe('accountability import', () => {
  let dir: string;
  let intake: FakeIntake;
  let url: string;
  let printed: string;
  let pauses: number[];

  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'import-'));
    intake = new FakeIntake();
    url = await intake.start();
    printed = '';
    pauses = [];
  });

  afterEach(async () => {
    await intake.stop();
    await rm(dir, { recursive: true });
  });

  function run(...args: string[]): Promise<number> {
    let time = 0;
    const print = (text: string) => {
      printed += text;
    };
    return runCli(['import', ...args], {
      env: { ACCOUNTABILITY_TOKEN: token },
      out: print,
      err: print,
      clock: () => (time += 1000),
      sleep: async ms => pauses.push(ms),
    });
  }

  async function csvOf(rows: number, change?: (n: number) => string) {
    const path = join(dir, 'deploys.csv');
    const lines = Array.from(
      { length: rows },
      (_, i) => change?.(i) ?? `${i},api,2026-06-01T08:00:00Z,v${i}`,
    );
    await writeFile(path, `n,app,when,version\n${lines.join('\n')}\n`);
    return path;
  }

  function recordsTaken(): unknown[] {
    return intake.taken.flatMap(({ events }) =>
      events.map(({ record }) => record),
    );
  }

  it('sends every row once, in batches of at most 2,000 events', async () => {
    const path = await csvOf(4500);

    const code = await run('deployments', path, '--url', url, ...mapping);

    expect(code).toBe(0);
    expect(new Set(recordsTaken()).size).toBe(4500);
    expect(
      Math.max(...intake.taken.map(({ events }) => events.length)),
    ).toBeLessThanOrEqual(2000);
    expect(printed).toContain(
      '4,500 events taken, 0 had come before, 0 refused',
    );
    expect(intake.taken[0].token).toBe(`Bearer ${token}`);
    expect(printed).not.toContain(token);
  });

  it('goes on where a run was cut off, and sends nothing twice', async () => {
    const path = await csvOf(6500);
    intake.mood = count => (count > 2 ? { status: 500 } : undefined);
    const first = await run('deployments', path, '--url', url, ...mapping);
    intake.mood = () => undefined;

    const second = await run('deployments', path, '--url', url, ...mapping);

    expect([first, second]).toEqual([3, 0]);
    expect(recordsTaken()).toHaveLength(6500);
    expect(new Set(recordsTaken()).size).toBe(6500);
    expect(printed).toContain('going on after line');
    expect(printed).toContain('6,500 events taken');
    expect(await readdir(dir)).toEqual(['deploys.csv']);
  });

  it('cuts the same batches again, so that a whole second run is known as such', async () => {
    const path = await csvOf(4500);
    await run('deployments', path, '--url', url, ...mapping);

    const code = await run('deployments', path, '--url', url, ...mapping);

    expect(code).toBe(0);
    expect(recordsTaken()).toHaveLength(4500);
    expect(printed).toContain('0 events taken, 4,500 had come before');
  });

  it('starts over where the file has changed since the run that was cut off', async () => {
    const path = await csvOf(3000);
    intake.mood = count => (count > 1 ? { status: 500 } : undefined);
    await run('deployments', path, '--url', url, ...mapping);
    intake.mood = () => undefined;
    await csvOf(3001);

    const code = await run('deployments', path, '--url', url, ...mapping);

    expect(code).toBe(0);
    expect(new Set(recordsTaken()).size).toBe(3001);
  });

  it('reports refused rows with their lines in the file, also those that the server refuses', async () => {
    const path = await csvOf(5, n => {
      if (n === 1) return '1,api,yesterday,v1';
      if (n === 2) return '2,api';
      return `${n},api,2026-06-01T08:00:00Z,${n === 4 ? 'bad' : 'v1'}`;
    });
    const refusedFile = join(dir, 'refused.ndjson');
    const args = ['--url', url, '--refused-file', refusedFile, ...mapping];

    const code = await run('deployments', path, ...args);

    const refused = (await readFile(refusedFile, 'utf8'))
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line));
    expect(code).toBe(1);
    expect(refused.map(({ line }) => line)).toEqual([3, 4, 6]);
    expect(printed).toContain('line 6: version is bad');
    expect(printed).toContain('2 events taken, 0 had come before, 3 refused');
  });

  it('prints the first 20 refused rows and counts the rest', async () => {
    const path = await csvOf(30, n => `${n},api,never,v1`);

    await run('deployments', path, '--url', url, ...mapping);

    expect(printed.match(/^ {2}line \d+/gm)).toHaveLength(20);
    expect(printed).toContain('and 10 more');
  });

  it('waits as long as the server asks before it tries again', async () => {
    const path = await csvOf(3);
    intake.mood = count =>
      count < 3 ? { status: 429, headers: { 'retry-after': '7' } } : undefined;

    const code = await run('deployments', path, '--url', url, ...mapping);

    expect(code).toBe(0);
    expect(pauses).toEqual([7000, 7000]);
  });

  it('stops at once where the token is not good, and says so', async () => {
    const path = await csvOf(3);
    intake.mood = () => ({ status: 401 });

    const code = await run('deployments', path, '--url', url, ...mapping);

    expect(code).toBe(3);
    expect(pauses).toEqual([]);
    expect(printed).toContain('the token is missing or not valid');
  });

  it('reads NDJSON and a mapping file', async () => {
    const path = join(dir, 'rows.ndjson');
    const mapFile = join(dir, 'mapping.yaml');
    await writeFile(
      path,
      '{"repo":"api","team":"#a","at":"2026-01-01T00:00:00Z"}\n\nnot json\n{"repo":"api","team":"","at":"2026-02-01T00:00:00Z"}\n',
    );
    await writeFile(
      mapFile,
      [
        'skip:',
        '  - { column: team, empty: true }',
        'fields:',
        '  entityRef: component:default/{repo}',
        '  owner: group:default/{team|strip:#}',
        '  at: "{at}"',
      ].join('\n'),
    );

    const args = ['--url', url, '--map-file', mapFile];
    const code = await run('ownership', path, ...args);

    expect(code).toBe(1);
    expect(printed).toContain('3 rows read, 1 left out by the mapping');
    expect(printed).toContain('line 3: is not JSON');
    expect(intake.taken[0].events).toEqual([
      {
        kind: 'owner',
        entityRef: 'component:default/api',
        owner: 'group:default/a',
        at: '2026-01-01T00:00:00Z',
      },
    ]);
  });

  it('sends nothing in a dry run', async () => {
    const path = await csvOf(10);

    const code = await run('deployments', path, '--dry-run', ...mapping);

    expect(code).toBe(0);
    expect(intake.taken).toEqual([]);
    expect(printed).toContain('10 events would be sent, nothing was');
    expect(printed).toContain('"record":"test:deployment:0"');
  });

  it.each([
    { given: 'an unknown target', args: ['builds', 'x.csv'] },
    { given: 'no file', args: ['deployments'] },
    { given: 'a file that is not there', args: ['deployments', 'none.csv'] },
    { given: 'an unknown flag', args: ['deployments', 'x.csv', '--fast'] },
  ])('ends with 2 for $given', async ({ args }) => {
    expect(await run(...args)).toBe(2);
  });

  const data = resolve(__dirname, '../../../../shared/data/govuk');
  const examples = resolve(__dirname, '../examples/govuk');
  const present = existsSync(data);
  const group = present ? describe : describe.skip;

  group(
    `the public history of GOV.UK${present ? '' : ' (its files are not here)'}`,
    () => {
      it('gives 1,668 deployments', async () => {
        const code = await run(
          'deployments',
          join(data, 'deploys-2026-06-to-08-six-apps.csv'),
          ...['--map-file', join(examples, 'deployments.yaml')],
          ...['--state-dir', dir, '--url', url],
        );

        expect(code).toBe(0);
        expect(new Set(recordsTaken()).size).toBe(1668);
      });

      it('gives 31 owner changes', async () => {
        const code = await run(
          'ownership',
          join(data, 'ownership-history-six-apps.csv'),
          ...['--map-file', join(examples, 'ownership.yaml')],
          ...['--state-dir', dir, '--url', url],
        );

        expect(code).toBe(0);
        expect(intake.taken[0].events).toHaveLength(31);
      });
    },
  );
});
