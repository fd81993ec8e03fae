import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { main } from './lib/main.mjs';
import { inRoot, root } from './lib/paths.mjs';

/** What every generator in scripts/generate makes of the tree: `{path, text}` each, path from the root. */
async function generated() {
  const folder = inRoot('scripts', 'generate');
  const names = fs.readdirSync(folder).filter(name => name.endsWith('.mjs'));
  const files = [];
  for (const name of names.sort()) {
    const { generate } = await import(
      pathToFileURL(path.join(folder, name)).href
    );
    files.push(...(await generate()));
  }
  return files.map(file => ({
    ...file,
    path: path.relative(root, path.resolve(root, file.path)),
  }));
}

const current = file => {
  const there = inRoot(file.path);
  return fs.existsSync(there) ? fs.readFileSync(there, 'utf8') : undefined;
};

/** `--check`: names the files that are not what the generators make, and writes nothing. */
await main(async () => {
  const stale = (await generated()).filter(file => current(file) !== file.text);
  if (process.argv.includes('--check')) {
    if (stale.length === 0) return 0;
    console.log('Stale, run `npm run generate`:');
    stale.forEach(file => console.log(`  ${file.path}`));
    return 1;
  }
  for (const file of stale) {
    fs.mkdirSync(path.dirname(inRoot(file.path)), { recursive: true });
    fs.writeFileSync(inRoot(file.path), file.text);
    console.log(`  wrote ${file.path}`);
  }
  if (stale.length === 0) console.log('  everything is fresh');
  return 0;
});
