import { describeRule } from '../describeRule';
import { functionShape } from './functionShape';

const path = 'plugins/a/src/x.tsx';
const body = (lines: number) => '  f();\n'.repeat(lines);

describeRule(functionShape, {
  accepts: [
    [
      '58 lines between braces but one',
      { [path]: `function g() {\n${body(57)}}` },
    ],
    [
      'a component of 80 lines',
      { [path]: `function G() {\n${body(77)}  return <b />;\n}` },
    ],
    ['three parameters', { [path]: 'const g = (a, b, c) => a;' }],
    [
      'else if as one branch',
      {
        [path]:
          'function g() { if (a) {} else if (b) {} else if (c) {} else if (d) {} }',
      },
    ],
    [
      'a function that begins anew',
      {
        [path]:
          'function g() { for (;;) { if (a) { if (b) { h(() => { if (c) {} }); } } } }',
      },
    ],
  ],
  rejects: [
    [
      '60 lines',
      { [path]: `function g() {\n${body(58)}}` },
      ['g has 60 lines'],
    ],
    [
      'a component of 90 lines',
      { [path]: `const G = () => {\n${body(87)}  return <b />;\n}` },
      ['has 90 lines'],
    ],
    [
      'a long method',
      { [path]: `class A {\n m() {\n${body(58)}}\n}` },
      ['m has 60 lines'],
    ],
    [
      'four parameters',
      { [path]: 'const g = (a, b, c, d) => a;' },
      ['takes 4 parameters'],
    ],
    [
      'four levels',
      {
        [path]:
          'function g() { for (;;) { if (a) { try { while (b) {} } catch {} } } }',
      },
      ['g nests 4 deep'],
    ],
  ],
});
