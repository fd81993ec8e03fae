import { describeRule } from '../describeRule';
import { importTable } from './importTable';

const backend = 'plugins/accountability-backend/src';
const engine = 'plugins/accountability-engine/src';
const from = (path: string, ...imports: string[]) => ({
  [path]: imports.map(name => `import { a } from '${name}';`).join('\n'),
});
const rooms = {
  [`${backend}/records/index.ts`]: '',
  [`${backend}/records/fold.ts`]: '',
  [`${backend}/ownership/index.ts`]: '',
  [`${engine}/facts/defineFact.ts`]: '',
  [`${engine}/facts/changeFailRate.ts`]: '',
};
const ours = 'backstage-plugin-accountability';

describeRule(importTable, {
  accepts: [
    [
      'a room that is allowed',
      {
        ...rooms,
        ...from(`${backend}/ingestion/a.ts`, '../records', `${ours}-node`),
      },
    ],
    [
      'the own room',
      { ...rooms, ...from(`${backend}/records/a.ts`, './fold') },
    ],
    [
      'packages of others',
      from(`${backend}/records/a.ts`, 'knex', 'lodash/chunk'),
    ],
    [
      'the shape of a fact',
      { ...rooms, ...from(`${engine}/assess.ts`, './facts/defineFact') },
    ],
    [
      'the wiring, which knows all',
      { ...rooms, ...from(`${backend}/plugin.ts`, './records', './ownership') },
    ],
    [
      'what a test needs',
      { ...rooms, ...from(`${backend}/records/a.test.ts`, '../ownership') },
    ],
  ],
  rejects: [
    [
      'a room that is not allowed',
      { ...rooms, ...from(`${backend}/ingestion/a.ts`, '../ownership') },
      ['backend/ingestion must not import backend/ownership'],
    ],
    [
      'the way around the index',
      { ...rooms, ...from(`${backend}/ingestion/a.ts`, '../records/fold') },
      ['enter backend/records through its index'],
    ],
    [
      'a single fact',
      { ...rooms, ...from(`${engine}/assess.ts`, './facts/changeFailRate') },
      ['engine/assess must not import engine/facts'],
    ],
    [
      'a package that is not allowed',
      from('plugins/accountability/src/a.ts', `${ours}-engine`),
      ['portal must not import engine'],
    ],
    [
      'the inside of a package',
      from('plugins/accountability/src/a.ts', `${ours}-common/src/facts`),
      ['import the package itself'],
    ],
    [
      'a package by its path',
      {
        ...rooms,
        ...from(
          'packages/demo/src/a.ts',
          '../../../plugins/accountability-backend/src/records',
        ),
      },
      ['by its path'],
    ],
    [
      'a re-export too',
      {
        ...rooms,
        [`${backend}/records/a.ts`]: "export * from '../ownership';",
      },
      ['must not import backend/ownership'],
    ],
    [
      'a room without a name',
      from(`${backend}/utils/a.ts`, 'knex'),
      ['is in no room'],
    ],
  ],
});
