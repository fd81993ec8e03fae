import { createServer } from 'node:http';
import { AddressInfo } from 'node:net';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { searchIndexRegistryExtensionPoint } from '@backstage/plugin-search-backend-node/alpha';
import { DocumentCollatorFactory } from '@backstage/plugin-search-common';
import {
  ScorecardServicesResponse,
  ScorecardSummary,
  ScorecardsResponse,
  StandingsResponse,
} from 'backstage-plugin-accountability-common';
import searchModule from './index';

const asOf = Date.parse('2026-11-30T12:00:00Z');
const since = asOf - 86_400_000;
const payments = 'component:default/payments';
const cart = 'component:shop/cart';

const ready: ScorecardSummary = {
  scorecard: 'ready',
  title: 'Ready',
  levels: ['bronze'],
  services: 2,
  checks: [
    {
      check: 'owner',
      title: 'The owner exists',
      burden: 'ownership',
      severity: 'high',
      mode: 'enforce',
    },
    {
      check: 'builds',
      title: 'Main builds',
      burden: 'pipeline',
      severity: 'low',
      mode: 'enforce',
    },
  ],
};
const coverage = { known: 1, applicable: 2 };

function page(
  services: ScorecardServicesResponse['services'],
  nextCursor?: string,
): ScorecardServicesResponse {
  return { asOf, scorecard: ready, services, total: 2, counts: {}, nextCursor };
}

const first = page(
  [
    {
      entityRef: payments,
      title: 'Payments',
      owner: 'group:default/checkout',
      level: 'bronze',
      rank: 1,
      coverage,
      results: {
        owner: { status: 'pass', since },
        builds: { status: 'unknown', since },
      },
    },
  ],
  'second',
);
const second = page([
  {
    entityRef: cart,
    title: 'Cart',
    rank: 0,
    coverage,
    results: { owner: { status: 'fail', since } },
  },
]);

const scorecards: ScorecardsResponse = { asOf, scorecards: [ready] };
const standings: Record<string, StandingsResponse> = {
  '/standings': {
    asOf,
    standings: [
      { entityRef: payments, levels: [], state: 'unknown' },
      { entityRef: 'component:default/tool', levels: [], state: 'no-checks' },
    ],
    nextCursor: 'more',
  },
  '/standings?cursor=more': {
    asOf,
    standings: [{ entityRef: cart, levels: [], state: 'needs-work' }],
  },
};
const answers: Record<string, object> = {
  '/scorecards': scorecards,
  '/scorecards/ready/services': first,
  '/scorecards/ready/services?cursor=second': second,
  ...standings,
};

/** An Accountability backend that gives some answers to callers with a token. */
async function startServer(given: Record<string, object>) {
  const asked: string[] = [];
  const server = createServer((req, res) => {
    const path = `${req.url}`.replace('/api/accountability', '');
    asked.push(path);
    const known = req.headers.authorization?.startsWith('Bearer ');
    res.statusCode = known && given[path] ? 200 : 401;
    res.setHeader('content-type', 'application/json');
    res.end(JSON.stringify(given[path] ?? {}));
  });
  await new Promise<void>(done => {
    server.listen(0, done);
  });
  const { port } = server.address() as AddressInfo;
  return { url: `http://localhost:${port}/api/accountability`, asked, server };
}

const servers: { close(): void }[] = [];
afterEach(() => servers.splice(0).forEach(server => server.close()));

/** Starts the module before such a backend, and gives what it hands to search. */
async function startModule(given = answers, config: object = {}) {
  const { url, asked, server } = await startServer(given);
  servers.push(server);
  const collators: { factory: DocumentCollatorFactory }[] = [];
  const schedules: unknown[] = [];
  await startTestBackend({
    extensionPoints: [
      [
        searchIndexRegistryExtensionPoint,
        {
          addCollator: collator => collators.push(collator),
          addDecorator: () => {},
        },
      ],
    ],
    features: [
      searchModule,
      mockServices.rootConfig.factory({ data: { ...config } }),
      mockServices.discovery.mock({ getBaseUrl: async () => url }).factory,
      createServiceFactory({
        service: coreServices.scheduler,
        deps: {},
        factory: () =>
          mockServices.scheduler.mock({
            createScheduledTaskRunner: schedule => {
              schedules.push(schedule);
              return { run: async () => {} };
            },
          }),
      }),
    ],
  });
  const [{ factory }] = collators;
  const collect = async () => {
    const documents = [];
    for await (const document of await factory.getCollator()) {
      documents.push(document);
    }
    return documents;
  };
  return { factory, collect, asked, schedules };
}

describe('scorecards in search', () => {
  it('are one document for each service that a scorecard applies to', async () => {
    const { factory, collect } = await startModule();

    expect(factory.type).toBe('accountability-scorecard');
    expect(await collect()).toEqual([
      {
        title: 'Payments',
        text: [
          'Unknown.',
          'Owned by group:default/checkout.',
          'Ready: bronze.',
          'Main builds is unknown.',
        ].join('\n'),
        location: '/catalog/default/component/payments/accountability',
        entityRef: payments,
        owner: 'group:default/checkout',
        state: 'unknown',
        levels: ['bronze'],
        authorization: { resourceRef: payments },
      },
      {
        title: 'Cart',
        text: [
          'Needs work.',
          'Nobody owns it.',
          'Ready: no level.',
          'The owner exists fails.',
        ].join('\n'),
        location: '/catalog/shop/component/cart/accountability',
        entityRef: cart,
        owner: '',
        state: 'needs-work',
        levels: [],
        authorization: { resourceRef: cart },
      },
    ]);
  });

  it('are asked for by pages and never service by service', async () => {
    const { collect, asked } = await startModule();

    await collect();

    expect(asked).toEqual(Object.keys(answers));
  });

  it('are seen by whom the catalog shows the service', async () => {
    const { factory } = await startModule();

    expect(factory.visibilityPermission).toMatchObject({
      name: 'catalog.entity.read',
      resourceType: 'catalog-entity',
    });
  });

  it('fail a run rather than be half an index', async () => {
    const { '/scorecards/ready/services?cursor=second': _, ...rest } = answers;
    const { collect } = await startModule(rest);

    await expect(collect()).rejects.toThrow('401');
  });

  it.each([
    { given: {}, frequency: { minutes: 10 } },
    {
      given: {
        search: {
          collators: {
            accountability: {
              schedule: {
                frequency: { hours: 2 },
                timeout: { minutes: 1 },
              },
            },
          },
        },
      },
      frequency: { hours: 2 },
    },
  ])('are read every $frequency by configuration', async row => {
    const { schedules } = await startModule(answers, row.given);

    expect(schedules).toEqual([
      expect.objectContaining({ frequency: row.frequency }),
    ]);
  });
});
