import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { runCli } from './runCli';

const root = resolve(__dirname, '../../..');

async function blocksOf(path: string): Promise<string[]> {
  const text = await readFile(join(root, path), 'utf8');
  return [...text.matchAll(/```yaml\n([^]*?)```/g)].map(([, block]) => block);
}

describe('docs', () => {
  it('testing-a-policy.md shows a policy whose test holds', async () => {
    const [policy, test] = await blocksOf('docs/testing-a-policy.md');
    const dir = await mkdtemp(join(tmpdir(), 'docs-'));
    await writeFile(join(dir, 'payments-standard.yaml'), policy);
    await writeFile(join(dir, 'test.yaml'), test);
    let out = '';
    const io = {
      env: {},
      out: (text: string) => {
        out += text;
      },
      err: () => {},
      clock: () => 0,
    };

    const code = await runCli(
      ['policy', 'test', dir, '--require-failing-case'],
      io,
    );
    await rm(dir, { recursive: true });

    expect(out).toContain('5 of 5 cases hold; 0 faults');
    expect(code).toBe(0);
  });

  it('gate-in-ci.md explains every option of the command', async () => {
    const text = await readFile(join(root, 'docs/gate-in-ci.md'), 'utf8');
    let help = '';
    const print = (part: string) => {
      help += part;
    };

    await runCli(['gate', '--help'], {
      ...{ env: {}, out: print, err: print, clock: () => 0 },
    });

    const options = [...help.matchAll(/^ {2}(--[a-z-]+)/gm)].map(
      ([, name]) => name,
    );
    expect(options.length).toBeGreaterThan(10);
    expect(options.filter(name => !text.includes(name))).toEqual([]);
  });
});
