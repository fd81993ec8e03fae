import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { TestDatabases } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { readTable } from './__testUtils__/matrix/readTable';
import { routeCall } from './__testUtils__/matrix/routeCall';
import { routeTable } from './__testUtils__/matrix/routeTable';
import { seed } from './__testUtils__/matrix/seed';
import { startMatrix } from './__testUtils__/matrix/startMatrix';
import { RequestWatch } from './__testUtils__/plans/RequestWatch';
import { TableRead, explainQuery } from './__testUtils__/plans/explainQuery';
import {
  foretellSizes,
  stopStatistics,
} from './__testUtils__/plans/foretellSizes';
import { growing } from './__testUtils__/plans/growing';
import { writePlans } from './__testUtils__/plans/writePlans';
import { migrate } from './database/__testUtils__/migrate';
import { insertRows } from './database/insertRows';
import { writeInstant } from './database/instants';

jest.setTimeout(300_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
// Writes wake what works in the background, which is none of the route's.
const rows = readTable(routeTable).filter(
  ({ tried }) =>
    tried.startsWith('get ') || tried === 'post /gates/{gate}/decisions',
);
const report = join(__dirname, '../query-plans.md');

const DAY = 86_400_000;
/** Longer than anything is remembered by the clock. */
const APART = 2 * 60_000;

const turn = {
  entity_ref: seed.payments,
  at: writeInstant(Date.now()),
  scorecard: 'ready',
  check_id: 'quiet',
  from_status: 'pass',
  to_status: 'fail',
  because: 'There was an incident',
};

/** What is read whole all the same, with why that does no harm. */
const wholes: Record<string, readonly string[]> = {
  // Sizes of all groups, so that none of few people is told of; and since when days of pools are told, which the newest of all their subjects tells.
  'get /services/{kind}/{namespace}/{name}/scorecard: of the past': [
    'memberships',
    'subject_keys',
  ],
  'get /services/{kind}/{namespace}/{name}/evidence: of a fact': [
    'memberships',
    'subject_keys',
  ],
  'get /services/{kind}/{namespace}/{name}/changes': [
    'memberships',
    'subject_keys',
  ],
  // About all services: read once and kept, then looked at for changes every ten seconds.
  'get /organisation': ['services'],
  'get /organisation/coming': ['assessments', 'services'],
  'get /organisation/services': ['assessments', 'services'],
  'get /first-steps': [
    'assessments',
    'deliveries',
    'gate_decisions',
    'services',
    'subject_keys',
    'subjects',
  ],
  // About all services, once in a sum or in pages.
  'get /policy': ['services'],
  'get /scorecards': ['services'],
  'get /scorecards/{scorecard}/services': ['services'],
  'get /standings': ['services'],
  'get /campaigns/{id}': ['owner_spans'],
  // The newest first, as far as a page goes; sources by a walk along their index.
  'get /decisions': ['gate_decisions'],
  'get /unowned': ['subjects'],
  'get /sources': ['codeowners_files', 'deliveries'],
};

/** How each statement of each route reads, by what is tried. */
async function explainRoutes(knex: Knex) {
  const clock = Date.now;
  let ahead = 0;
  jest.spyOn(Date, 'now').mockImplementation(() => clock() + ahead);
  await migrate(knex);
  await stopStatistics(knex);
  const { server, ask, ids } = await startMatrix(knex);
  // What is seeded turns for the worse or not as it is assessed in one go or in two.
  await insertRows(knex, { table: 'transitions' }, [turn]);
  await foretellSizes(knex);
  const watch = new RequestWatch({ server, knex });
  // No day may end between two routes, for what is kept of a day is then read anew; nor may what is seeded grow old.
  const left = DAY - (clock() % DAY);
  if (left < 2 * rows.length * APART) ahead = left;
  const routes = new Map<string, TableRead[][]>();
  for (const { tried } of rows) {
    ahead += APART;
    const { method, path, body, headers = {} } = routeCall(tried, ids);
    const sent = await watch.statementsOf(() =>
      ask('owner', method, path).set(headers).send(body).expect(200),
    );
    const explained = sent.map(each => explainQuery(knex, each));
    routes.set(tried, await Promise.all(explained));
  }
  return routes;
}

(databases.eachSupportedId().length > 0 ? describe : describe.skip)(
  'on PostgreSQL',
  () => {
    let routes: Awaited<ReturnType<typeof explainRoutes>>;
    beforeAll(async () => {
      routes = await explainRoutes(await databases.init('POSTGRES_18'));
    });
    afterAll(() => jest.restoreAllMocks());

    it.each(rows)('$tried looks up what grows by an index', ({ tried }) => {
      const reads = routes.get(tried)?.flat() ?? [];

      const read = reads
        .filter(
          ({ table, how }) =>
            growing.includes(table) && (how === 'whole' || how === 'along'),
        )
        .map(({ table }) => table);

      expect(reads).not.toEqual([]);
      expect([...new Set(read)].sort()).toEqual(wholes[tried] ?? []);
    });

    it('statements read as query-plans.md says, which PLANS=write writes anew', async () => {
      const now = writePlans(routes);
      if (process.env.PLANS === 'write') await writeFile(report, now);

      expect(now).toBe(await readFile(report, 'utf8'));
    });
  },
);
