import { describeRule } from '../describeRule';
import { fileNames } from './fileNames';

describeRule(fileNames, {
  accepts: [
    [
      'a file named after its export',
      { 'plugins/a/src/readRecords.ts': 'export function readRecords() {}' },
    ],
    [
      'a value with its types',
      {
        'plugins/a/src/lane.ts':
          'export interface Options {}\nexport const lane = 1;',
      },
    ],
    [
      'a family',
      {
        'plugins/a/src/numbers.ts':
          'export const one = 1;\nexport const two = 2;',
      },
    ],
    ['an index', { 'plugins/a/src/index.ts': 'export const a = 1;' }],
    [
      'the vocabulary',
      {
        'plugins/accountability-common/src/facts.ts':
          'export const factUnits = [];',
      },
    ],
  ],
  rejects: [
    [
      'another name',
      { 'plugins/a/src/helpers.ts': 'export function readRecords() {}' },
      ['is not named after readRecords'],
    ],
    [
      'another default',
      { 'plugins/a/src/b.ts': 'const thing = 1;\nexport default thing;' },
      ['is not named after thing'],
    ],
  ],
});
