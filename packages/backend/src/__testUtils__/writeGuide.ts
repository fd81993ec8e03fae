import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

const guide = resolve(
  __dirname,
  '../../../../plugins/accountability-node/README.md',
);

/**
 * Writes the files of the guide for authors of sources and facts into a new
 * folder, each as its block of code begins: `// src/module.ts`. Gives the
 * folder, which lies in this package so that imports are found from it.
 */
export function writeGuide(): string {
  const folder = mkdtempSync(join(__dirname, '..', '..', '.guide-'));
  const blocks = readFileSync(guide, 'utf8').matchAll(
    /```ts\n\/\/ (src\/\S+)\n([\s\S]*?)```/g,
  );
  for (const [, path, text] of blocks) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return folder;
}
