import {
  FactRetriever,
  FactRetrieverContext,
  FactRetrieverRegistration,
} from '@backstage-community/plugin-tech-insights-node';
import { mockServices } from '@backstage/backend-test-utils';
import { ProvidedFacts } from 'backstage-plugin-accountability-node';
import { DateTime } from 'luxon';
import { fromFactRetriever, RetrieverOptions } from './fromFactRetriever';

const { signal } = new AbortController();
const hour = 3_600_000;
const day = 24 * hour;
const scannedAt = Date.parse('2026-11-23T12:00:00Z');

const retriever: FactRetriever = {
  id: 'repoScanFactRetriever',
  version: '0.1.0',
  entityFilter: [{ kind: 'component' }],
  schema: {
    hasReadme: { type: 'boolean', description: 'Is there a README?' },
    openIssues: { type: 'integer', description: 'Open issues' },
    coverage: { type: 'float', description: 'Coverage' },
    language: { type: 'string', description: 'Language' },
    lastScan: { type: 'datetime', description: 'Last scan' },
    topics: { type: 'set', description: 'Topics' },
    raw: { type: 'object', description: 'Everything' },
  },
  handler: async () => [
    {
      entity: { kind: 'Component', namespace: 'default', name: 'Payments' },
      facts: {
        hasReadme: true,
        openIssues: 3,
        coverage: 0.8,
        language: 'Go',
        lastScan: DateTime.fromMillis(scannedAt),
        topics: ['b', 'a', 'b', 7],
        raw: { any: 'thing' },
        unheardOf: 1,
      },
      timestamp: DateTime.fromMillis(scannedAt + hour),
    },
  ],
};

function setUp(
  given: {
    retriever?: Partial<FactRetriever>;
    registration?: Partial<FactRetrieverRegistration>;
    options?: RetrieverOptions;
  } = {},
) {
  const warnings: string[] = [];
  const logger = mockServices.logger.mock({
    warn: text => warnings.push(text),
    child: () => logger,
  });
  const context = {
    auth: mockServices.auth(),
    config: mockServices.rootConfig({ data: {} }),
    discovery: mockServices.discovery(),
    logger,
    urlReader: mockServices.urlReader.mock(),
  };
  const provider = fromFactRetriever(
    {
      factRetriever: { ...retriever, ...given.retriever },
      ...given.registration,
    },
    context,
    given.options,
  );
  const read = async () => {
    const pages: ProvidedFacts[][] = [];
    for await (const page of provider.read({ entityRefs: [], signal })) {
      pages.push([...page]);
    }
    return pages;
  };
  return { provider, read, warnings, context };
}

describe('a fact retriever', () => {
  it('tells facts under names that policy can write', () => {
    const { provider } = setUp();

    expect(provider).toMatchObject({ id: 'repo_scan_fact_retriever' });
    expect(provider.facts.map(({ id, unit }) => [id, unit])).toEqual([
      ['repo_scan_fact_retriever.has_readme', 'boolean'],
      ['repo_scan_fact_retriever.open_issues', 'count'],
      ['repo_scan_fact_retriever.coverage', 'count'],
      ['repo_scan_fact_retriever.language', 'text'],
      ['repo_scan_fact_retriever.last_scan', 'instant'],
      ['repo_scan_fact_retriever.topics', 'texts'],
    ]);
    expect(provider.facts[0].question).toBe('Is there a README?');
  });

  it('tells values of those units, of a set each once and in order', async () => {
    const { read } = setUp();

    expect(await read()).toEqual([
      [
        {
          entityRef: 'component:default/payments',
          observedAt: scannedAt + hour,
          values: {
            'repo_scan_fact_retriever.has_readme': true,
            'repo_scan_fact_retriever.open_issues': 3,
            'repo_scan_fact_retriever.coverage': 0.8,
            'repo_scan_fact_retriever.language': 'Go',
            'repo_scan_fact_retriever.last_scan': scannedAt,
            'repo_scan_fact_retriever.topics': ['7', 'a', 'b'],
          },
        },
      ],
    ]);
  });

  it.each([
    { type: 'datetime', value: '2026-11-23T12:00:00Z', gives: scannedAt },
    { type: 'datetime', value: new Date(scannedAt), gives: scannedAt },
    { type: 'datetime', value: 'yesterday', gives: 'yesterday' },
    { type: 'integer', value: '3', gives: '3' },
    { type: 'set', value: 'a', gives: 'a' },
    { type: 'string', value: null, gives: undefined },
  ] as const)(
    'gives $gives of a $type that is told as $value',
    async ({ type, value, gives }) => {
      const { read } = setUp({
        retriever: {
          id: 'r',
          schema: { x: { type, description: '' } },
          handler: async () => [
            {
              entity: { kind: 'Component', namespace: 'default', name: 'a' },
              facts: JSON.parse(JSON.stringify({ x: value })),
            },
          ],
        },
      });

      const [[{ values }]] = await read();

      expect(values['r.x']).toEqual(gives);
    },
  );

  it('leaves out an object and a name that is taken, and says so', () => {
    const { warnings } = setUp({
      retriever: {
        schema: {
          ...retriever.schema,
          has_readme: { type: 'boolean', description: '' },
        },
      },
    });

    expect(warnings).toEqual([
      'The fact raw of repoScanFactRetriever is left out: it is an object, of which no rule could read anything; have the retriever tell its parts.',
      'The fact has_readme of repoScanFactRetriever is left out: another is named repo_scan_fact_retriever.has_readme already.',
    ]);
  });

  it('is called with what Tech Insights calls it with, its filter among it', async () => {
    const called: FactRetrieverContext[] = [];
    const { read, context } = setUp({
      retriever: {
        handler: async given => {
          called.push(given);
          return [];
        },
      },
    });

    expect(await read()).toEqual([]);

    expect(called).toEqual([
      { ...context, entityFilter: [{ kind: 'component' }] },
    ]);
  });

  it('tells pages of five hundred services at most', async () => {
    const { read } = setUp({
      retriever: {
        handler: async () =>
          Array.from({ length: 1001 }, (_, i) => ({
            entity: { kind: 'Component', namespace: 'default', name: `s${i}` },
            facts: {},
          })),
      },
    });

    expect((await read()).map(page => page.length)).toEqual([500, 500, 1]);
  });

  it('is given up on after its timeout', async () => {
    const { read } = setUp({
      retriever: { handler: () => new Promise(() => {}) },
      registration: { timeout: { milliseconds: 20 } },
    });

    await expect(read()).rejects.toThrow(/timeout/i);
  });

  it.each([
    { cadence: undefined, gives: day },
    { cadence: '*/15 * * * *', gives: hour / 4 },
    { cadence: '* * * * *', gives: hour / 60 },
    { cadence: '5 * * * *', gives: hour },
    { cadence: '0 */6 * * *', gives: 6 * hour },
    { cadence: '0 3 * * *', gives: day },
    { cadence: '0 3 * * 1', gives: 7 * day },
    { cadence: '0 3 1 * *', gives: day },
    { cadence: 'whenever', gives: day },
  ])('is asked as often as $cadence fires', ({ cadence, gives }) => {
    expect(setUp({ registration: { cadence } }).provider.everyMs).toBe(gives);
  });

  it.each([
    { registration: {}, options: {}, gives: 2 * day },
    { registration: { cadence: '0 * * * *' }, options: {}, gives: day },
    {
      registration: { lifecycle: { timeToLive: { weeks: 2 } } },
      options: {},
      gives: 14 * day,
    },
    {
      registration: { lifecycle: { timeToLive: 5000 } },
      options: {},
      gives: 5000,
    },
    {
      registration: { lifecycle: { maxItems: 7 } },
      options: { maxAgeMs: hour },
      gives: hour,
    },
  ])(
    'is too old after $gives ms with $registration',
    ({ registration, options, gives }) => {
      const { provider } = setUp({ registration, options });

      expect(provider.facts[0].maxAgeMs).toBe(gives);
    },
  );
});
