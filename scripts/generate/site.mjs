import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { inRoot } from '../lib/paths.mjs';

const require = createRequire(inRoot('package.json'));

/** Pages in the order in which one reads them; those of a section that are not named follow by name. */
const SECTIONS = [
  {
    title: 'Begin',
    pages: ['index', 'afternoon', 'comparison', 'from-tech-insights'],
  },
  {
    title: 'Policy',
    pages: [
      ...['policies', 'writing-a-scorecard', 'testing-a-policy', 'backtesting'],
      ...[
        'gate-in-ci',
        'watching-policy',
        'telling',
        'facts-of-others',
        'agents',
      ],
    ],
  },
  {
    title: 'What is measured',
    pages: ['facts', 'attribution', 'ownership'],
    rest: '.',
  },
  { title: 'What it is built from', rest: 'supply' },
  {
    title: 'Operating',
    pages: ['operations/README', 'operating-the-intake'],
    rest: 'operations',
  },
  { title: 'Security', rest: 'security' },
  { title: 'Decisions', pages: ['adr/README'], rest: 'adr' },
];

const pagesIn = folder =>
  fs
    .readdirSync(inRoot('docs', folder))
    .filter(name => name.endsWith('.md'))
    .sort()
    .map(name => path.posix.join(folder, name));

function titleOf(page) {
  const text = fs.readFileSync(inRoot('docs', page), 'utf8');
  return /^# (.+)$/m.exec(text)?.[1] ?? page;
}

function navigation() {
  const named = SECTIONS.flatMap(({ pages = [] }) =>
    pages.map(page => `${page}.md`),
  );
  return SECTIONS.map(({ title, pages = [], rest }) => {
    const others = rest
      ? pagesIn(rest).filter(page => !named.includes(page))
      : [];
    const all = [...pages.map(page => `${page}.md`), ...others].filter(page =>
      fs.existsSync(inRoot('docs', page)),
    );
    return { title, pages: all };
  }).filter(({ pages }) => pages.length > 0);
}

/** The site of the documentation: every page of docs, under the title that it has. */
export async function generate() {
  const lines = navigation().flatMap(({ title, pages }) => [
    `  - ${title}:`,
    ...pages.map(
      page => `      - '${titleOf(page).replaceAll("'", "''")}': ${page}`,
    ),
  ]);
  const text = `# Made by \`npm run generate\` out of the pages of docs; do not edit.
site_name: Accountability for Backstage
docs_dir: docs
plugins:
  - techdocs-core
nav:
${lines.join('\n')}
`;
  const prettier = require('prettier');
  const file = 'mkdocs.yml';
  const style = await prettier.resolveConfig(inRoot(file));
  return [
    { path: file, text: prettier.format(text, { ...style, parser: 'yaml' }) },
  ];
}
