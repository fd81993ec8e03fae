import { TestDatabases } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { Sent, explainQuery } from './__testUtils__/explainQuery';
import { readTable } from './__testUtils__/matrix/readTable';
import { routeCall } from './__testUtils__/matrix/routeCall';
import { routeTable } from './__testUtils__/matrix/routeTable';
import { startMatrix } from './__testUtils__/matrix/startMatrix';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
// Writes wake what works in the background, which is none of the route's.
const rows = readTable(routeTable).filter(
  ({ tried }) =>
    tried.startsWith('get ') || tried === 'post /gates/{gate}/decisions',
);

/** Tables with a row for each of what happened or what was said of a service; none of them is read from end to end for one service. */
const growing = [
  'assessments',
  'attributions',
  'authorship_days',
  'bill_reports',
  'check_results',
  'decision_keys',
  'deliveries',
  'fact_snapshot_revisions',
  'fact_snapshots',
  'gate_decisions',
  'memberships',
  'owner_spans',
  'record_events',
  'record_heads',
  'records',
  'service_levels',
  'services',
  'subject_keys',
  'transitions',
];

/** What is read whole all the same, with why that does no harm. */
const wholes: Record<string, readonly string[]> = {
  // Sizes of all groups, so that none of few people is told of; and the few causes that people named, each with its record.
  'get /services/{kind}/{namespace}/{name}/scorecard: of the past': [
    'memberships',
    'record_heads',
    'subject_keys',
  ],
  'get /services/{kind}/{namespace}/{name}/evidence: of a fact': [
    'memberships',
    'record_heads',
    'subject_keys',
  ],
  'get /services/{kind}/{namespace}/{name}/changes': [
    'memberships',
    'record_heads',
    'subject_keys',
  ],
  'get /services/{kind}/{namespace}/{name}/metrics/{fact}': [
    'memberships',
    'record_heads',
    'subject_keys',
  ],
  'get /teams/{kind}/{namespace}/{name}/ownership': ['memberships'],
  // Those that other services' incidents were charged to, by subjects that a subquery gives: so few that the index is joined whole where all tables are small.
  'get /services/{kind}/{namespace}/{name}/attribution-window': [
    'attributions',
  ],
  'get /teams/{kind}/{namespace}/{name}/rollup': ['attributions'],
  // About all services, once in a sum or in pages.
  'get /organisation': ['services'],
  'get /organisation/services': ['services'],
  'get /policy': ['services'],
  'get /scorecards': ['services'],
  'get /scorecards/{scorecard}/services': ['services'],
  'get /scorecards/{scorecard}/services: as CSV': ['services'],
  'get /standings': ['services'],
  'get /campaigns': ['check_results'],
  'get /campaigns/{id}': ['check_results', 'owner_spans'],
  // The newest first, as far as a page goes; sources by a walk along their index.
  'get /decisions': ['gate_decisions'],
  'get /unowned': ['records', 'subject_keys'],
  'get /sources': ['deliveries'],
  // About all services, once; and the newest decision.
  'get /first-steps': [
    'deliveries',
    'gate_decisions',
    'services',
    'subject_keys',
  ],
};

(databases.eachSupportedId().length > 0 ? describe : describe.skip)(
  'on PostgreSQL',
  () => {
    let matrix: Awaited<ReturnType<typeof startMatrix>>;
    let knex: Knex;
    beforeAll(async () => {
      knex = await databases.init('POSTGRES_18');
      matrix = await startMatrix(knex);
      // Plans are to follow from indexes, not from when statistics are taken.
      for (const table of growing) {
        await knex.raw('alter table ?? set (autovacuum_enabled = off)', table);
      }
    });

    it.each(rows)(
      '$tried looks up what grows by an index',
      async ({ tried }) => {
        const {
          method,
          path,
          body,
          headers = {},
        } = routeCall(tried, matrix.ids);
        const sent: Sent[] = [];
        const note = ({ sql, bindings = [] }: Sent) =>
          sent.push({ sql, bindings });
        knex.on('query', note);

        await matrix.ask('owner', method, path).set(headers).send(body);
        knex.removeListener('query', note);
        const explained = await Promise.all(
          sent
            .filter(({ sql }) =>
              /^\s*(select|with|insert|update|delete)/i.test(sql),
            )
            .map(each => explainQuery(knex, each)),
        );

        const unsought = explained
          .flat()
          .filter(({ table, sought }) => growing.includes(table) && !sought)
          .map(({ table }) => table)
          .filter(table => !wholes[tried]?.includes(table));
        expect([...new Set(unsought)].sort()).toEqual([]);
      },
    );
  },
);
