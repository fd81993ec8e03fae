import { describeRule } from '../describeRule';
import { typeEscapes } from './typeEscapes';

const path = 'plugins/a/src/x.ts';

describeRule(typeEscapes, {
  accepts: [
    [
      'as const and renamed imports',
      {
        [path]:
          "import { a as b } from 'c';\nconst d = ['e'] as const;\nconst f = ['g'] as const;",
      },
    ],
    [
      'one of each in a small package',
      { [path]: 'const a: any = b!;\nconst c = d as E;' },
    ],
    [
      'what tests do',
      { 'plugins/a/src/x.test.ts': 'a as B; c as D; e as F; g!; h!;' },
    ],
  ],
  rejects: [
    ['two any', { [path]: 'let a: any; let b: any;' }, ['uses `any` 2 times']],
    ['two as', { [path]: 'f(a as B, c as D);' }, ['uses `as` 2 times']],
    ['two !', { [path]: 'f(a!, b!);' }, ['uses `!` 2 times']],
  ],
});
