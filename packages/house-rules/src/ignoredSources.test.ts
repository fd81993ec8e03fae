import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

const root = resolve(__dirname, '../../..');

it('no file of a source folder is hidden from git, as a clone would lack it', () => {
  const answer = spawnSync(
    'git',
    [
      ...['status', '--ignored', '--porcelain', '--untracked-files=all', '--'],
      ...[':(glob)plugins/*/src/**', ':(glob)packages/*/src/**'],
    ],
    { cwd: root, encoding: 'utf8' },
  );
  // Without git, or outside a clone, there is nothing to be ignored by.
  const lines = answer.status === 0 ? answer.stdout.split('\n') : [];

  const hidden = lines.filter(line => line.startsWith('!! '));

  expect(hidden).toEqual([]);
});
