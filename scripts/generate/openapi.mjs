import fs from 'node:fs';
import { createRequire } from 'node:module';
import { inRoot } from '../lib/paths.mjs';

const folder = 'plugins/accountability-backend/src/api';

/** The document itself, then its parts beside the routes they tell of, by path. */
function listParts(root) {
  const parts = fs
    .readdirSync(root, { recursive: true })
    .map(String)
    .filter(name => name.endsWith('openapi.yaml'));
  return parts
    .sort(
      (a, b) => a.split('/').length - b.split('/').length || (a < b ? -1 : 1),
    )
    .map(name => `${root}/${name}`);
}

/** Paths, tags and components of all parts as one; a name that stands twice is a mistake. */
function merge([head, ...parts]) {
  const add = (to, from, what) => {
    for (const [name, value] of Object.entries(from ?? {})) {
      if (name in to) throw new Error(`${what} ${name} stands twice`);
      to[name] = value;
    }
  };
  for (const { tags = [], paths, components = {} } of parts) {
    head.tags.push(...tags);
    add(head.paths, paths, 'The path');
    for (const [kind, named] of Object.entries(components)) {
      head.components[kind] ??= {};
      add(head.components[kind], named, `The ${kind} component`);
    }
  }
  return head;
}

/** The OpenAPI document as a module, so that the built package carries it. */
export async function generate() {
  const require = createRequire(inRoot('package.json'));
  const { parse } = require('yaml');
  const prettier = require('prettier');
  const path = `${folder}/openapi.generated.ts`;
  const document = merge(
    listParts(inRoot(folder)).map(file => parse(fs.readFileSync(file, 'utf8'))),
  );
  const text = [
    '// Made by `npm run generate` from openapi.yaml and the parts below it. Do not edit.',
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
