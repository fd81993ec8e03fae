import fs from 'node:fs';
import { createRequire } from 'node:module';
import { inRoot } from '../lib/paths.mjs';

const folder = 'plugins/accountability-backend/src/api';

/** The OpenAPI document as a module, so that the built package carries it. */
export async function generate() {
  const require = createRequire(inRoot('package.json'));
  const { parse } = require('yaml');
  const prettier = require('prettier');
  const path = `${folder}/openapi.generated.ts`;
  const document = parse(
    fs.readFileSync(inRoot(folder, 'openapi.yaml'), 'utf8'),
  );
  const text = [
    '// Made by `npm run generate` from openapi.yaml. Do not edit.',
    '',
    '/** The OpenAPI 3.1 document of the API. */',
    `export const spec = ${JSON.stringify(document)} as const;`,
    '',
  ].join('\n');
  const style = await prettier.resolveConfig(inRoot(path));
  return [
    { path, text: prettier.format(text, { ...style, parser: 'typescript' }) },
  ];
}
