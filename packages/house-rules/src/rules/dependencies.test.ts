import { describeRule } from '../describeRule';
import { dependencies } from './dependencies';

const manifest = (changes: object) => ({
  'plugins/x/package.json': JSON.stringify({ name: 'x', ...changes }),
});
const source = { 'plugins/x/src/a.ts': `import { z } from 'zod/v4';` };
const test = { 'plugins/x/src/a.test.ts': `import fc from 'fast-check';` };

describeRule(dependencies, {
  accepts: [
    [
      'what is imported, and no more',
      {
        ...source,
        ...test,
        ...manifest({
          dependencies: { zod: '4' },
          devDependencies: { 'fast-check': '4' },
        }),
      },
    ],
    [
      'what whoever installs it has to bring',
      { ...source, ...manifest({ peerDependencies: { zod: '4' } }) },
    ],
    [
      'files, itself and what Node brings',
      {
        'plugins/x/src/a.ts': `import './b'; import 'x'; import 'node:fs';`,
        ...manifest({}),
      },
    ],
    [
      'types alone, which a declaration may name',
      {
        'plugins/x/src/a.ts': `export type A = import('zod').ZodType;`,
        ...manifest({ dependencies: { zod: '4' } }),
      },
    ],
  ],
  rejects: [
    [
      'what is not listed',
      { ...source, ...manifest({}) },
      ['plugins/x/src/a.ts:1: imports zod'],
    ],
    [
      'what is listed for tests alone',
      { ...source, ...manifest({ devDependencies: { zod: '4' } }) },
      ['does not list as a dependency'],
    ],
    [
      'what only tests import',
      { ...test, ...manifest({ dependencies: { 'fast-check': '4' } }) },
      ['lists fast-check, which it does not import'],
    ],
    [
      'what nothing imports',
      { ...source, ...manifest({ dependencies: { zod: '4', knex: '3' } }) },
      ['lists knex'],
    ],
  ],
});
