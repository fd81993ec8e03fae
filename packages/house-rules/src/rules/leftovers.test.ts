import { describeRule } from '../describeRule';
import { leftovers } from './leftovers';

describeRule(leftovers, {
  accepts: [
    ['ordinary text', { 'plugins/a/src/x.ts': "// Only owners.\nit('x', f);" }],
    ['a word that holds a mark', { 'docs/x.md': 'the TODOS table, exit(1)' }],
  ],
  rejects: [
    [
      'a reminder',
      { 'plugins/a/src/x.ts': '\n// TODO: later' },
      ['x.ts:2: is left to do'],
    ],
    ['a second kind of reminder', { 'docs/x.md': 'FIXME' }, ['is left to do']],
    [
      'one test alone',
      { 'plugins/a/src/x.test.ts': "it.only('x', f);" },
      ['runs one test alone'],
    ],
    [
      'a test left out',
      { 'plugins/a/src/x.test.ts': "xit('x', f);" },
      ['changes which tests run'],
    ],
  ],
});
