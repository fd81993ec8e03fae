import { FactDefinition } from './facts/defineFact';
import { builtInFacts } from './facts/registry.generated';
import { neededReports } from './neededReports';

const fact = (given: Partial<FactDefinition>): FactDefinition => ({
  ...builtInFacts[0],
  also: undefined,
  reports: undefined,
  ...given,
});

describe('neededReports', () => {
  it.each<{
    given: string;
    facts: FactDefinition[];
    gives: ReturnType<typeof neededReports>;
  }>([
    {
      given: 'facts that look at no report',
      facts: [fact({ needs: ['build'], reports: ['slo'] })],
      gives: [],
    },
    {
      given: 'facts that name formats, each once',
      facts: [
        fact({ needs: ['report'], reports: ['slo'] }),
        fact({ needs: [], also: ['report'], reports: ['git-ai', 'slo'] }),
      ],
      gives: ['git-ai', 'slo'],
    },
    {
      given: 'one of them that looks at reports of any format',
      facts: [
        fact({ needs: ['report'], reports: ['slo'] }),
        fact({ needs: ['report'] }),
      ],
      gives: undefined,
    },
  ])('gives $gives for $given', ({ facts, gives }) => {
    expect(neededReports(facts)).toEqual(gives);
  });

  it('leaves what CI tells of every commit unread', () => {
    expect(neededReports(builtInFacts)).not.toContain('junit');
  });
});
