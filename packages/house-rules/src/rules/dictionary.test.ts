import { describeRule } from '../describeRule';
import { dictionary } from './dictionary';

const path = 'plugins/accountability-common/src/facts.ts';

describeRule(dictionary, {
  accepts: [
    [
      'explained words',
      {
        [path]: 'export interface Fact {}\nexport const facts = [];',
        'DICTIONARY.md': '- **fact** (`Fact`, `facts`): a value.',
      },
    ],
    [
      'words of other packages',
      { 'plugins/a/src/x.ts': 'export interface Fact {}', 'DICTIONARY.md': '' },
    ],
  ],
  rejects: [
    [
      'a word without an entry',
      { [path]: 'export interface Fact {}', 'DICTIONARY.md': 'Fact' },
      ['exports Fact'],
    ],
    [
      'a missing dictionary',
      { [path]: 'export type Fact = 1;' },
      ['exports Fact'],
    ],
  ],
});
