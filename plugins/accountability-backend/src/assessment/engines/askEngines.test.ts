import { EngineAnswer } from 'backstage-plugin-accountability-engine';
import {
  AskedEngine,
  EngineQuestion,
} from 'backstage-plugin-accountability-node';
import { askEngines } from './askEngines';
import { AskedService } from './AskedService';
import { askForOne } from './askForOne';
import { askedCheck, policyOf } from './__testUtils__/askedCheck';

const now = Date.parse('2026-11-23T12:00:00Z');

function service(name: string): AskedService {
  return {
    now,
    facts: new Map(),
    service: {
      entityRef: `component:default/${name}`,
      kind: 'Component',
      entity: { kind: 'Component', metadata: { name } },
    },
  };
}

/** An engine that says yes, and what it was asked. */
function engineOf(given: Partial<AskedEngine> = {}) {
  const asked: EngineQuestion[][] = [];
  const engine: AskedEngine = {
    id: 'opa',
    version: async () => '1',
    faultOf: () => undefined,
    ask: async (questions, options) => {
      asked.push([...questions]);
      return given.ask
        ? given.ask(questions, options)
        : questions.map(({ path }) => ({ status: 'pass', because: path }));
    },
    ...(given.faultOf && { faultOf: given.faultOf }),
  };
  return { engine, asked };
}

const payments = service('payments');
const ref = payments.service.entityRef;

async function askOne(
  engine: AskedEngine,
  options: { timeoutMs?: number } = {},
) {
  const answersOf = await askEngines([payments], {
    policy: policyOf({ checks: [askedCheck('tagged')] }),
    engines: [engine],
    ...options,
  });
  const { answers, retry } = answersOf(ref);
  return { answer: answers.get('ready/tagged'), retry };
}

describe('asking engines', () => {
  it('asks each once for all services, and gives answers by scorecard and check', async () => {
    const { engine, asked } = engineOf();
    const services = ['a', 'b', 'c'].map(service);
    const policy = policyOf({
      checks: [askedCheck('tagged'), askedCheck('billed')],
    });

    const answersOf = await askEngines(services, { policy, engines: [engine] });

    expect(asked.map(part => part.length)).toEqual([6]);
    expect(answersOf('component:default/b')).toEqual({
      retry: false,
      answers: new Map([
        ['ready/tagged', { status: 'pass', because: 'acme/rules/tagged' }],
        ['ready/billed', { status: 'pass', because: 'acme/rules/billed' }],
      ]),
    });
  });

  it('gives no more than a hundred questions at once', async () => {
    const { engine, asked } = engineOf();
    const services = Array.from({ length: 250 }, (_, i) => service(`s${i}`));

    await askEngines(services, {
      policy: policyOf({ checks: [askedCheck('tagged')] }),
      engines: [engine],
    });

    expect(asked.map(part => part.length)).toEqual([100, 100, 50]);
  });

  it.each([
    { given: 'a draft', scorecard: { draft: true } },
    { given: 'not in force yet', scorecard: { effectiveFrom: now + 1 } },
    { given: 'for other services', scorecard: { match: { kind: 'API' } } },
  ])('asks nothing of a scorecard that is $given', async ({ scorecard }) => {
    const { engine, asked } = engineOf();

    await askEngines([payments], {
      policy: policyOf({ ...scorecard, checks: [askedCheck('tagged')] }),
      engines: [engine],
    });

    expect(asked).toEqual([]);
  });

  it('asks nothing of a check that is off', async () => {
    const { engine, asked } = engineOf();

    await askEngines([payments], {
      policy: policyOf({ checks: [askedCheck('tagged', { mode: 'off' })] }),
      engines: [engine],
    });

    expect(asked).toEqual([]);
  });

  it('asks with the facts that the check names, unknown ones among them', async () => {
    const { engine, asked } = engineOf();
    const unknown = {
      id: 'a.b',
      unit: 'count',
      status: 'unknown',
      reason: 'no-source',
      because: 'No.',
      sampleSize: 0,
      window: { from: now, to: now },
      observedAt: now,
      evidence: [],
      evidenceCount: 0,
    } as const;
    const facts = new Map(
      ['a.b', 'c.d'].map(id => [id, { ...unknown, id, evidence: [] }]),
    );
    const policy = policyOf({
      checks: [askedCheck('tagged', { facts: ['c.d'] })],
    });

    await askEngines([{ ...payments, facts }], { policy, engines: [engine] });

    expect(asked[0][0].facts.map(({ id }) => id)).toEqual(['c.d']);
  });

  it.each<{
    given: string;
    engine: Partial<AskedEngine>;
    gives: string;
    retry: boolean;
  }>([
    {
      given: 'throws',
      engine: { ask: () => Promise.reject(new Error('boom')) },
      gives: 'The engine opa could not be asked: boom',
      retry: true,
    },
    {
      given: 'gives too few answers',
      engine: { ask: async () => [] },
      gives: 'The engine opa gave 0 answers to 1 questions; see to its module.',
      retry: true,
    },
    {
      given: 'never answers',
      engine: { ask: () => new Promise<EngineAnswer[]>(() => {}) },
      gives:
        'The engine opa gave no answer in time; see whether it is up, and what it is asked for.',
      retry: true,
    },
    {
      given: 'knows no such path',
      engine: { faultOf: () => 'That is no path.' },
      gives: 'That is no path.',
      retry: false,
    },
  ])(
    'is an error where the engine $given',
    async ({ engine, gives, retry }) => {
      const asked = await askOne(engineOf(engine).engine, { timeoutMs: 50 });

      expect(asked).toEqual({
        answer: { status: 'error', because: gives },
        retry,
      });
    },
  );

  it('is an error that asking again does not help where the engine is not installed', async () => {
    const { engine } = engineOf();

    expect(await askOne({ ...engine, id: 'other' })).toEqual({
      answer: {
        status: 'error',
        because:
          'The engine opa is not installed: add its module to the backend, or have the check ask another one.',
      },
      retry: false,
    });
  });

  it('cuts what an engine says to a line', async () => {
    const because = `a\nb${'x'.repeat(1000)}`;
    const { engine } = engineOf({
      ask: async () => [{ status: 'fail', because }],
    });

    const { answer } = await askOne(engine);

    expect(answer?.because).toMatch(/^a bx{480,500}$/);
  });
});

describe('asking for one service', () => {
  it('gives answers by the names of the rules', async () => {
    const { engine, asked } = engineOf();
    const request = { point: 'deploy', labels: [] };

    const answers = await askForOne(
      { ...payments, request },
      {
        rules: [
          { rule: 'ready/tagged', check: askedCheck('tagged') },
          { rule: 'own', check: askedCheck('own') },
        ],
        engines: [engine],
      },
    );

    expect([...answers.keys()]).toEqual(['ready/tagged', 'own']);
    expect(asked[0].map(question => question.request)).toEqual([
      request,
      request,
    ]);
  });
});
