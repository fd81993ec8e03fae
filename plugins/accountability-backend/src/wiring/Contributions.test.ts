import { builtInFacts } from 'backstage-plugin-accountability-engine';
import { createWebhookSource } from 'backstage-plugin-accountability-node';
import { Contributions } from './Contributions';

const source = (id: string) =>
  createWebhookSource({
    id,
    keepHeaders: [],
    verify: () => ({ ok: true }),
    identify: () => undefined,
    readType: () => undefined,
    collectors: [],
  });

const poller = {
  source: 'a',
  subjectPrefix: 'a:',
  streams: [],
  settings: { everyMs: 1, overlapMs: 1, sinceMs: 1 },
};

describe('what modules add', () => {
  it('is there beside what is built in', () => {
    const contributions = new Contributions(builtInFacts);
    const fact = { ...builtInFacts[0], id: 'security.own_fact' };

    contributions.sourcesPoint.addSource(source('a'));
    contributions.factsPoint.addFact(fact);

    expect(contributions.sources.map(({ id }) => id)).toEqual(['a']);
    expect(contributions.facts).toEqual([...builtInFacts, fact]);
    expect(contributions.troubles).toEqual([]);
  });

  it.each(['a', 'generic'])(
    'is left out and told of where the source id %s is taken',
    id => {
      const contributions = new Contributions([]);
      const first = source('a');
      contributions.sourcesPoint.addSource(first);

      contributions.sourcesPoint.addSource(source(id));

      expect(contributions.sources).toEqual([first]);
      expect(contributions.troubles).toEqual([
        expect.stringContaining(`There is a source "${id}" already`),
      ]);
    },
  );

  it('is left out and told of where the source is polled already', () => {
    const contributions = new Contributions([]);
    contributions.pollersPoint.addPoller(poller);

    contributions.pollersPoint.addPoller({ ...poller });

    expect(contributions.pollers).toEqual([poller]);
    expect(contributions.troubles).toHaveLength(1);
  });

  it('is left out and told of where the fact id is taken', () => {
    const contributions = new Contributions(builtInFacts);

    contributions.factsPoint.addFact({ ...builtInFacts[0] });

    expect(contributions.facts).toEqual(builtInFacts);
    expect(contributions.troubles).toHaveLength(1);
  });
});
