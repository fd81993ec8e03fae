import { describeRule } from '../describeRule';
import { factExamples } from './factExamples';

const path = 'plugins/accountability-engine/src/facts/x.ts';
const fact = (examples: string) => ({
  [path]: `export const x = defineFact({ id: 'x', gaming: 'a word', examples: [${examples}] });`,
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
      { [path]: "defineFact({ id: 'x', gaming: 'a word' })" },
      ['has no list of examples'],
    ],
    [
      'no word on how it is gamed',
      {
        [path]:
          "defineFact({ examples: [{ gives: 1 }, { gives: 2 }, { gives: 'stale' }] })",
      },
      ['says nothing of how it is gamed'],
    ],
  ],
});
