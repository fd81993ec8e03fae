import { describeRule } from '../describeRule';
import { fileLength } from './fileLength';

const lines = (count: number) => 'x;\n'.repeat(count);

describeRule(fileLength, {
  accepts: [
    ['249 lines', { 'plugins/a/src/x.ts': lines(249) }],
    ['a long test', { 'plugins/a/src/x.test.ts': lines(400) }],
    ['a long generated file', { 'plugins/a/src/x.generated.ts': lines(400) }],
    ['a long document', { 'docs/x.md': lines(400) }],
  ],
  rejects: [
    ['250 lines', { 'plugins/a/src/x.ts': lines(250) }, ['has 250 lines']],
    ['a long script', { 'scripts/x.mjs': lines(300) }, ['has 300 lines']],
  ],
});
