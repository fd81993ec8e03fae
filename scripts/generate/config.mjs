import fs from 'node:fs';
import { createRequire } from 'node:module';
import { inRoot } from '../lib/paths.mjs';

const OURS = 'accountability';
const require = createRequire(inRoot('package.json'));

const HEADER = `# Configuration

Made by \`npm run generate\` from the config.d.ts of the packages. Do not edit.

All keys there are, by the package that reads them. \`[]\` stands for each of a list, \`<name>\` for a name that is chosen; a key in bold has to be there where what it stands in is. A duration is \`30 minutes\`, \`PT30M\` or \`{ minutes: 30 }\`. None of this reaches a browser. A **secret** is shown by no command of Backstage's unless it is asked to; give it as \`\${VARIABLE}\` or \`$file\`. A key that cannot be meant so stops the start with a sentence, but for a source, which is off then and says so in the log.
`;

/** What a mapping's fields may hold is in its own page. */
const NOTES = {
  'backstage-plugin-accountability-backend-module-mapping':
    'A field is a CEL expression, several of which the first that gives something counts, a table (`from`, `values`) or a fixed `value`. Further fields of `events` have the names of those of record events: see the [README of the package](../../plugins/accountability-backend-module-mapping/README.md).',
};

/** Of the type and not of the key, which then says itself what it is. */
const UNSAID = 'How a field is filled.';

const isDuration = schema => {
  const parts = schema.anyOf ?? [schema];
  return parts.some(part => part.properties?.minutes && part.properties.days);
};

/** A field of a mapping: an expression, a table or a fixed value. */
const isField = schema => schema.anyOf?.some(part => part.properties?.from);

function typeOf(schema) {
  if (isDuration(schema)) return 'duration';
  if (isField(schema)) return 'field';
  if (schema.enum) return schema.enum.map(one => `\`${one}\``).join(', ');
  if (schema.anyOf) {
    return [...new Set(schema.anyOf.map(typeOf))].join(' or ');
  }
  if (schema.items) return `list of ${typeOf(schema.items)}`;
  const types = [schema.type].flat();
  return types.map(type => (type === 'string' ? 'text' : type)).join(' or ');
}

/** Keys, each with how it is to be set; of those with keys of their own the ones that say what for. */
function* keysOf(schema, at) {
  const { properties = {}, additionalProperties, items } = schema;
  const secret =
    at.secret || [schema.visibility, schema.deepVisibility].includes('secret');
  const text = [at.text, schema.description].filter(Boolean).at(-1) ?? '';
  const hasKeys = one =>
    !isDuration(one) &&
    (one?.properties || typeof one?.additionalProperties === 'object');
  if (items && hasKeys(items)) {
    yield* keysOf(items, { ...at, key: `${at.key}[]`, secret, text });
    return;
  }
  if (!hasKeys(schema)) {
    yield { ...at, secret, text, type: typeOf(schema) };
    return;
  }
  if (schema.description && at.key.includes(OURS)) {
    yield { ...at, secret: false, text: schema.description, type: '' };
  }
  for (const [name, each] of Object.entries(properties)) {
    const key = at.key === '' ? name : `${at.key}.${name}`;
    const required = schema.required?.includes(name) ?? false;
    yield* keysOf(each, { key, required, secret, text: '' });
  }
  if (typeof additionalProperties === 'object') {
    const key = `${at.key}.<name>`;
    yield* keysOf(additionalProperties, { ...at, key, secret, text });
  }
}

const cell = text => text.replace(/\s+/g, ' ').replace(/\|/g, '\\|').trim();

function tableOf({ packageName, value }) {
  const rows = [...keysOf(value, { key: '', secret: false, text: '' })]
    .filter(({ key, text }) => key.includes(OURS) && text !== UNSAID)
    .map(({ key, required, secret, type, text }) => {
      const name = required ? `**\`${key}\`**` : `\`${key}\``;
      const kind = secret ? `${type}, **secret**` : type;
      return `| ${name} | ${kind} | ${cell(text)} |`;
    });
  return [
    `## ${packageName}`,
    '',
    ...(NOTES[packageName] ? [NOTES[packageName], ''] : []),
    '| key | value | says |',
    '| --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}

/** The page of all keys that our packages read. */
export async function generate() {
  const { loadConfigSchema } = require('@backstage/config-loader');
  const prettier = require('prettier');
  const folders = fs.readdirSync(inRoot('plugins')).sort();
  const schema = await loadConfigSchema({
    dependencies: [],
    packagePaths: folders.map(name => inRoot('plugins', name, 'package.json')),
  });
  const schemas = schema
    .serialize()
    .schemas.filter(({ packageName }) => packageName.includes(OURS))
    .sort((a, b) => (a.packageName < b.packageName ? -1 : 1));
  const path = 'docs/operations/configuration.md';
  const style = await prettier.resolveConfig(inRoot(path));
  const text = [HEADER, ...schemas.map(tableOf)].join('\n');
  return [
    { path, text: prettier.format(text, { ...style, parser: 'markdown' }) },
  ];
}
