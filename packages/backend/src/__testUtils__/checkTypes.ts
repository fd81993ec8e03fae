import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(__dirname, '../../../..');

/**
 * What the compiler finds in the files of a folder of this package, as this
 * repository has it set; a line each, `src/module.ts(2,5): error …`. Faults of
 * what they import are left out.
 */
export function checkTypes(folder: string): string[] {
  const settings = {
    extends: join(root, 'tsconfig.json'),
    include: ['src'],
    compilerOptions: {
      ...{ rootDir: root, noEmit: true, incremental: false },
      ...{ declaration: false, emitDeclarationOnly: false },
    },
  };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(settings));
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [
      join(root, 'node_modules/typescript/bin/tsc'),
      ...['--pretty', 'false', '--project', '.'],
    ],
    { cwd: folder, encoding: 'utf8' },
  );
  if (status === null || stderr) throw new Error(`tsc did not run: ${stderr}`);
  return stdout.split('\n').filter(line => line.startsWith('src/'));
}
