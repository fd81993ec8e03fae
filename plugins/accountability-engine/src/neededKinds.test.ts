import { FactDefinition } from './facts/defineFact';
import { builtInFacts } from './facts/registry.generated';
import { neededKinds } from './neededKinds';

const [any] = builtInFacts;
const fact = (given: Partial<FactDefinition>): FactDefinition => ({
  ...any,
  also: undefined,
  ...given,
});

describe('neededKinds', () => {
  it.each([
    {
      given: 'no fact',
      facts: [],
      gives: ['deployment', 'incident'],
    },
    {
      given: 'a fact that needs one',
      facts: [fact({ needs: ['build'] })],
      gives: ['deployment', 'incident', 'build'],
    },
    {
      given: 'a fact that needs none and looks at some where there are any',
      facts: [fact({ needs: [], also: ['report', 'deployment'] })],
      gives: ['deployment', 'incident', 'report'],
    },
  ])('of $given are $gives', ({ facts, gives }) => {
    expect(neededKinds(facts)).toEqual(gives);
  });
});
