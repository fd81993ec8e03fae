import { SourceHealth } from 'backstage-plugin-accountability-common';
import {
  aliveSource,
  NOW,
  pollingSource,
  quietSource,
  refusedSource,
  sourceHealth,
  sourcesResponse,
  stuckSource,
} from '../../../fixtures';
import { needsPerson, sortSources, sourceState } from './sourceState';

const refusal = { at: NOW, because: 'The signature does not match' };
const cases: { given: string; source: SourceHealth; gives: string }[] = [
  { given: 'deliveries', source: aliveSource(), gives: 'alive' },
  { given: 'a gap', source: quietSource(), gives: 'quiet' },
  {
    given: 'trouble on the way to the records',
    source: stuckSource(),
    gives: 'stuck',
  },
  {
    given: 'trouble on the way to the records and a gap',
    source: quietSource({ waiting: { deliveries: 1, trouble: 'broken' } }),
    gives: 'stuck',
  },
  {
    given: 'deliveries on their way',
    source: aliveSource({ waiting: { deliveries: 4 } }),
    gives: 'alive',
  },
  { given: 'nothing but refusals', source: refusedSource(), gives: 'refused' },
  {
    given: 'a refusal long ago and never a delivery',
    source: sourceHealth('github', { lastRefusal: refusal }),
    gives: 'refused',
  },
  {
    given: 'a refusal long ago and deliveries since',
    source: aliveSource({ lastRefusal: refusal }),
    gives: 'alive',
  },
  {
    given: 'refusals and no delivery in a day',
    source: aliveSource({ refused: 1, lastRefusal: refusal, verdicts: [] }),
    gives: 'refused',
  },
  {
    given: 'refusals among deliveries',
    source: aliveSource({ refused: 1, lastRefusal: refusal }),
    gives: 'some-refused',
  },
  { given: 'a stream that fails', source: pollingSource(), gives: 'polling' },
  {
    given: 'rejected deliveries',
    source: aliveSource({
      verdicts: [
        { status: 'accepted', deliveries: 9 },
        { status: 'rejected', deliveries: 1 },
      ],
    }),
    gives: 'unreadable',
  },
  {
    given: 'no delivery in a day',
    source: aliveSource({ verdicts: [] }),
    gives: 'idle',
  },
  {
    given: 'a source without configuration, whatever it had',
    source: quietSource({ on: false }),
    gives: 'off',
  },
  { given: 'no delivery ever', source: sourceHealth('sarif'), gives: 'ready' },
];

describe('sourceState', () => {
  it.each(cases)('$given gives $gives', ({ source, gives }) => {
    expect(sourceState(source)).toBe(gives);
  });
});

describe('sortSources', () => {
  it('puts those that need a person first, those off and never heard last', () => {
    const sorted = sortSources(sourcesResponse().sources);

    expect(sorted.map(({ source }) => source)).toEqual([
      'argocd',
      'pagerduty',
      'gitlab',
      'jenkins',
      'github',
      'generic',
      'opsgenie',
      'alertmanager',
      'junit',
    ]);
    expect(sorted.filter(each => needsPerson(sourceState(each)))).toEqual(
      sorted.slice(0, 4),
    );
  });
});
