import { describeRule } from '../describeRule';
import { factExamples } from './factExamples';

const path = 'plugins/accountability-engine/src/facts/x.ts';
const fact = (examples: string) => ({
  [path]: `export const x = defineFact({ id: 'x', examples: [${examples}] });`,
});

describeRule(factExamples, {
  accepts: [
    [
      'three examples, one unknown',
      fact("{ gives: 1 }, { gives: 0.5 }, { gives: 'stale' }"),
    ],
  ],
  rejects: [
    [
      'two examples',
      fact("{ gives: 1 }, { gives: 'stale' }"),
      ['has 2 examples'],
    ],
    [
      'no unknown',
      fact('{ gives: 1 }, { gives: 2 }, { gives: true }'),
      ['has no example of an unknown'],
    ],
    [
      'no examples',
      { [path]: "defineFact({ id: 'x' })" },
      ['has no list of examples'],
    ],
  ],
});
