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

const engine = (id: string) => ({
  id,
  version: async () => '1',
  faultOf: () => undefined,
  ask: async () => [],
});

const provider = (id: string, ...facts: string[]) => ({
  id,
  everyMs: 1,
  facts: facts.map(fact => ({
    id: fact,
    unit: 'count' as const,
    question: '?',
    maxAgeMs: 1,
  })),
  async *read() {},
});

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

  it('is left out and told of where the id of an engine is taken', () => {
    const contributions = new Contributions([]);

    contributions.enginesPoint.addEngine(engine('opa'));
    contributions.enginesPoint.addEngine(engine('opa'));
    contributions.enginesPoint.addEngine(engine('cel'));

    expect(contributions.engines.map(({ id }) => id)).toEqual(['opa']);
    expect(contributions.troubles).toEqual(
      ['opa', 'cel'].map(
        id =>
          `There is a policy engine "${id}" already; another one of that name is left out`,
      ),
    );
  });

  it.each([
    { given: 'sonar.coverage', is: 'taken by another provider' },
    { given: builtInFacts[0].id, is: 'of a burden' },
    { given: 'service.x', is: 'of a service' },
    { given: 'params.x', is: 'of parameters' },
    { given: 'variables.x', is: 'of variables' },
    { given: 'request.x', is: 'of the request' },
    { given: 'now.x', is: 'of the clock' },
    { given: 'in.x', is: 'a word of CEL' },
    { given: 'a.while', is: 'a word of CEL' },
    { given: 'Sonar.coverage', is: 'in upper case' },
    { given: 'a.b.c', is: 'of three parts' },
  ])('leaves out the provided fact $given alone: it is $is', ({ given }) => {
    const contributions = new Contributions(builtInFacts);

    contributions.providersPoint.addProvider(provider('a', 'sonar.coverage'));
    contributions.providersPoint.addProvider(provider('b', given, 'b.x'));

    expect(
      contributions.providers.map(({ facts }) => facts.map(({ id }) => id)),
    ).toEqual([['sonar.coverage'], ['b.x']]);
    expect(contributions.troubles).toEqual([
      expect.stringContaining(`"${given}"`),
    ]);
  });

  it('leaves out a provider whose id is taken', () => {
    const contributions = new Contributions([]);

    contributions.providersPoint.addProvider(provider('a', 'a.x'));
    contributions.providersPoint.addProvider(provider('a', 'a.y'));

    expect(contributions.providers).toHaveLength(1);
    expect(contributions.troubles).toHaveLength(1);
  });

  it('leaves out a fact of ours that a provider tells already', () => {
    const contributions = new Contributions([]);

    contributions.providersPoint.addProvider(provider('a', 'a.x'));
    contributions.factsPoint.addFact({ ...builtInFacts[0], id: 'a.x' });

    expect(contributions.facts).toEqual([]);
    expect(contributions.troubles).toHaveLength(1);
  });

  it('is left out and told of where the fact id is taken', () => {
    const contributions = new Contributions(builtInFacts);

    contributions.factsPoint.addFact({ ...builtInFacts[0] });

    expect(contributions.facts).toEqual(builtInFacts);
    expect(contributions.troubles).toHaveLength(1);
  });
});
