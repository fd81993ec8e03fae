import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ChangeLine } from '../git/readLines';
import { mostBytes } from '../git/toLine';
import { IntakeClient } from '../sending/IntakeClient';
import { FakeIntake } from '../testing/FakeIntake';
import { gitBatchesOf } from './gitBatchesOf';
import { importChanges } from './importChanges';
import { ProgressFile } from './ProgressFile';

const lineOf = (n: number, given: object = {}): ChangeLine => ({
  sha: `${n}`.padStart(40, '0'),
  line: JSON.stringify({ n, ...given }),
});
const many = Array.from({ length: 7 }, (_, n) => lineOf(n));

async function* from(lines: readonly ChangeLine[]) {
  yield* lines;
}

describe('an import of changes', () => {
  let dir: string;
  let intake: FakeIntake;
  let url: string;
  let resumed: number[];

  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'import-changes-'));
    intake = new FakeIntake();
    url = await intake.start();
    resumed = [];
  });

  afterEach(async () => {
    await intake.stop();
    await rm(dir, { recursive: true });
  });

  const run = (lines: readonly ChangeLine[], identity = 'tip') =>
    importChanges({
      linesAfter: done => from(lines.slice(done)),
      client: new IntakeClient({
        url,
        token: 'token',
        source: 'git-log?subject=github:acme/pay',
        sleep: async () => undefined,
        onRetry: () => undefined,
      }),
      progress: new ProgressFile({ input: join(dir, 'git'), identity }),
      batchChanges: 2,
      onResume: done => resumed.push(done),
      onProgress: () => undefined,
    });

  const numbersTaken = () =>
    intake.taken.flatMap(({ events }) => events.map(({ n }) => n));

  it('goes on where it was cut off, and sends nothing twice', async () => {
    intake.mood = count => (count > 2 ? { status: 500 } : undefined);
    const first = await run(many);
    intake.mood = () => undefined;

    const second = await run(many);

    expect([first.status, second.status]).toEqual(['stopped', 'finished']);
    expect(resumed).toEqual([4]);
    expect(numbersTaken()).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(second.summary).toMatchObject({ rows: 7, taken: 7, duplicated: 0 });
    expect(await readdir(dir)).toEqual([]);
  });

  it('begins again where the branch has moved on, and the server knows what it has', async () => {
    intake.mood = count => (count > 2 ? { status: 500 } : undefined);
    await run(many);
    intake.mood = () => undefined;

    const second = await run([...many, lineOf(7)], 'another tip');

    expect(resumed).toEqual([]);
    expect(second.summary).toMatchObject({ rows: 8, taken: 4, duplicated: 4 });
  });

  it('names the commits of the lines that were refused', async () => {
    const lines = [...many.slice(0, 3), lineOf(3, { version: 'bad' })];

    const { summary } = await run(lines);

    expect(summary).toMatchObject({
      taken: 3,
      refused: 1,
      firstRefused: [{ line: 4, because: '000000000000: version is bad' }],
    });
  });
});

describe('batches', () => {
  it('are no larger than the server takes', async () => {
    const large = Array.from({ length: 3 }, (_, n) =>
      lineOf(n, { text: 'é'.repeat(mostBytes / 5) }),
    );
    const sizes: number[] = [];

    for await (const batch of gitBatchesOf(from(large))) {
      sizes.push(batch.length);
    }

    expect(sizes).toEqual([2, 1]);
  });
});
