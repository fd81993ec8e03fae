import fs from 'node:fs';
import path from 'node:path';
import { root } from '../lib/paths.mjs';

const HEADER =
  '// Made by `npm run generate` from the files of this folder. Do not edit.\n';
const LEFT_OUT = /(\.test|\.generated|\.d)\.ts$|^(index|types)\.ts$/;

/** The names a file exports that are collectors, in the order they stand there. */
function collectorsOf(text) {
  return [
    ...text.matchAll(/^export const (\w+)(?::[^=]+)? = defineCollector\b/gm),
  ].map(match => match[1]);
}

function registry(folder) {
  const names = fs
    .readdirSync(folder)
    .filter(name => name.endsWith('.ts') && !LEFT_OUT.test(name));
  const imports = [];
  const all = [];
  for (const name of names.sort()) {
    const found = collectorsOf(
      fs.readFileSync(path.join(folder, name), 'utf8'),
    );
    if (found.length === 0) continue;
    imports.push(
      `import { ${found.join(', ')} } from './${name.replace(/\.ts$/, '')}';`,
    );
    all.push(...found);
  }
  if (all.length === 0) return undefined;
  return [
    HEADER.trimEnd(),
    "import { Collector } from 'backstage-plugin-accountability-node';",
    ...imports,
    '',
    '/** Every collector of this source. */',
    'export const collectors: Collector[] = [',
    ...all.map(name => `  ${name},`),
    '];',
    '',
  ].join('\n');
}

/** The list of collectors of each source module. */
export async function generate() {
  const plugins = path.join(root, 'plugins');
  return fs
    .readdirSync(plugins)
    .filter(name => name.startsWith('accountability-backend-module-'))
    .map(name => path.join(plugins, name, 'src', 'collectors'))
    .filter(folder => fs.existsSync(folder))
    .map(folder => ({ folder, text: registry(folder) }))
    .filter(({ text }) => text !== undefined)
    .map(({ folder, text }) => ({
      path: path.relative(root, path.join(folder, 'registry.generated.ts')),
      text,
    }));
}
