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

describe('what modules add', () => {
  it('is there beside what is built in', () => {
    const contributions = new Contributions(builtInFacts);
    const fact = { ...builtInFacts[0], id: 'security.own_fact' };

    contributions.sourcesFor(jest.fn()).addSource(source('a'));
    contributions.factsFor(jest.fn()).addFact(fact);

    expect(contributions.sources.map(({ id }) => id)).toEqual(['a']);
    expect(contributions.facts).toEqual([...builtInFacts, fact]);
  });

  it.each(['a', 'generic'])(
    'fails its module alone where the source id %s is taken',
    id => {
      const contributions = new Contributions([]);
      const report = jest.fn();
      const first = source('a');
      contributions.sourcesFor(jest.fn()).addSource(first);

      contributions.sourcesFor(report).addSource(source(id));

      expect(report).toHaveBeenCalledTimes(1);
      expect(contributions.sources).toEqual([first]);
    },
  );

  it('fails its module alone where the source is polled already', () => {
    const contributions = new Contributions([]);
    const report = jest.fn();
    const poller = {
      source: 'a',
      subjectPrefix: 'a:',
      streams: [],
      settings: { everyMs: 1, overlapMs: 1, sinceMs: 1 },
    };
    contributions.pollersFor(jest.fn()).addPoller(poller);

    contributions.pollersFor(report).addPoller({ ...poller });

    expect(report).toHaveBeenCalledTimes(1);
    expect(contributions.pollers).toEqual([poller]);
  });

  it('fails its module alone where the fact id is taken', () => {
    const contributions = new Contributions(builtInFacts);
    const report = jest.fn();

    contributions.factsFor(report).addFact({ ...builtInFacts[0] });

    expect(report).toHaveBeenCalledTimes(1);
    expect(contributions.facts).toEqual(builtInFacts);
  });
});
