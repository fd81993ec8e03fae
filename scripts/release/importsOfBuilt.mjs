import fs from 'node:fs';
import { isBuiltin } from 'node:module';
import path from 'node:path';

const BUILT = /\.(js|d\.ts)$/;
// A specifier has no spaces, parentheses or commas, unlike the words between two quotes of code.
const IMPORT =
  /(?:\bfrom\s*|\bimport\s*\(?\s*|\brequire\(\s*)['"]([@\w][\w./@-]*)['"]/g;

/** The packages that the code and the declarations of a built package ask for. */
export function importsOfBuilt(folder) {
  const found = new Set();
  const names = fs.readdirSync(folder, { recursive: true });
  for (const name of names.filter(file => BUILT.test(file))) {
    const text = fs.readFileSync(path.join(folder, name), 'utf8');
    for (const [, specifier] of text.matchAll(IMPORT)) {
      if (isBuiltin(specifier)) continue;
      const parts = specifier.split('/');
      found.add(parts.slice(0, specifier.startsWith('@') ? 2 : 1).join('/'));
    }
  }
  return [...found].sort();
}
