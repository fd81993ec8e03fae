import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { schedulerServiceFactory } from '@backstage/backend-defaults/scheduler';
import {
  TestDatabases,
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import accountability from 'backstage-plugin-accountability-backend';
import { runCli } from 'backstage-plugin-accountability-cli';
import {
  OwnerSpan,
  RollupResponse,
  ScorecardResponse,
  SourcesResponse,
  TimelineResponse,
} from 'backstage-plugin-accountability-common';
import { parse } from 'csv-parse/sync';
import { Knex } from 'knex';
import { parseAllDocuments } from 'yaml';

jest.setTimeout(120_000);

const root = resolve(__dirname, '../../..');
const data = resolve(root, '../shared/data/govuk');
const examples = join(root, 'plugins/accountability-cli/examples/govuk');
const deploymentsFile = join(data, 'deploys-2026-06-to-08-six-apps.csv');
const historyFile = join(data, 'ownership-history-six-apps.csv');

const apps = [
  'frontend',
  'govuk-chat',
  'publishing-api',
  'search-api',
  'smart-answers',
  'whitehall',
];

interface Deploy {
  n: string;
  deployed_at: string;
  app: string;
  environment: string;
}

interface OwnerRow {
  changed_at: string;
  repo: string;
  new_team: string;
}

function readCsv<T>(file: string): T[] {
  return parse(readFileSync(file), { columns: true });
}

function readCatalog(file: string) {
  return parseAllDocuments(
    readFileSync(join(data, 'catalog', file), 'utf8'),
  ).map(document => document.toJS());
}

/** The plugin over the GOV.UK catalog, on a port of its own. */
async function startWithCatalog(knex: Knex) {
  const { server } = await startTestBackend({
    features: [
      accountability,
      mockServices.database.factory({ knex }),
      schedulerServiceFactory,
      catalogServiceMock.factory({
        entities: [
          ...readCatalog('components.yaml'),
          ...readCatalog('groups.yaml'),
        ],
      }),
    ],
  });
  const { port } = server.address() as AddressInfo;
  const url = `http://localhost:${port}/api/accountability`;
  const get = async <T>(path: string): Promise<T> => {
    const answer = await fetch(`${url}${path}`, {
      headers: { authorization: mockCredentials.user.header() },
    });
    expect([path, answer.status]).toEqual([path, 200]);
    return answer.json();
  };
  return { url, get };
}

/** Who the history says owned an app at an instant: the last line at or before it. */
function ownerByHistory(rows: OwnerRow[], app: string, at: number) {
  return rows
    .filter(row => row.repo === app && row.new_team)
    .map(row => ({ at: Date.parse(row.changed_at), team: row.new_team }))
    .sort((a, b) => a.at - b.at)
    .filter(row => row.at <= at)
    .at(-1)
    ?.team.replace('#', 'group:default/');
}

const ownerBySpans = (spans: OwnerSpan[], at: number) =>
  spans.find(span => span.from <= at && at < (span.to ?? Infinity))?.owner;

const there = existsSync(data);
if (!there) {
  // eslint-disable-next-line no-console
  console.warn(`skipped: the GOV.UK data is not at ${data}`);
}
const describeWithData = there ? describe : describe.skip;
const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

describeWithData('GOV.UK, its catalog and a summer of deployments', () => {
  const deploys = there ? readCsv<Deploy>(deploymentsFile) : [];
  const history = there ? readCsv<OwnerRow>(historyFile) : [];
  const window = 'from=2026-06-01T00:00:00Z&to=2026-08-23T00:00:00Z';

  async function importAll(id: Parameters<typeof databases.init>[0]) {
    const knex = await databases.init(id);
    const backend = await startWithCatalog(knex);
    const printed: string[] = [];
    const importFile = async (what: string, file: string) =>
      runCli(
        [
          ...['import', what, file],
          ...['--map-file', join(examples, `${what}.yaml`)],
          ...['--state-dir', await mkdtemp(join(tmpdir(), 'import-'))],
          ...['--url', backend.url],
        ],
        {
          env: { ACCOUNTABILITY_TOKEN: mockCredentials.service.token() },
          out: text => printed.push(text),
          err: text => printed.push(text),
          clock: () => performance.now(),
        },
      );
    const settle = async () => {
      while (!(await knex('services').first('entity_ref'))) {
        await setTimeout(100);
      }
      for (;;) {
        const { queue } = await backend.get<SourcesResponse>('/sources');
        if (queue.due === 0) return;
        await setTimeout(100);
      }
    };
    const codes = [
      await importFile('deployments', deploymentsFile),
      await importFile('ownership', historyFile),
    ];
    expect({ codes, printed }).toMatchObject({ codes: [0, 0] });
    await settle();
    return { ...backend, importFile, printed };
  }

  it.each(databases.eachSupportedId())(
    'counts every production deployment at its application and charges it to the owner of that day, on %s',
    async id => {
      const { get } = await importAll(id);

      let production = 0;
      for (const app of apps) {
        const { records, spans } = await get<TimelineResponse>(
          `/services/component/default/${app}/timeline?${window}`,
        );
        const inProduction = records.filter(
          record =>
            record.kind === 'deployment' && record.environment === 'production',
        );
        production += inProduction.length;
        const ofApp = deploys.filter(deploy => deploy.app === app);
        expect(records).toHaveLength(ofApp.length);
        expect(inProduction.map(record => record.id).sort()).toEqual(
          ofApp
            .filter(deploy => deploy.environment === 'production')
            .map(deploy => `govuk:deployment:${deploy.n}`)
            .sort(),
        );
        for (const { startedAt } of inProduction) {
          expect(ownerBySpans(spans, startedAt)).toBe(
            ownerByHistory(history, app, startedAt),
          );
        }
      }
      expect(production).toBe(
        deploys.filter(deploy => deploy.environment === 'production').length,
      );
    },
  );

  it.each(databases.eachSupportedId())(
    'measures the frequency of that summer from production alone, on %s',
    async id => {
      const { get } = await importAll(id);
      const at = '2026-08-22T00:00:00.000Z';
      const from = Date.parse(at) - 28 * 24 * 60 * 60 * 1000;

      const { assessment } = await get<ScorecardResponse>(
        `/services/component/default/whitehall/scorecard?at=${at}`,
      );

      const fact = assessment.facts.find(
        item => item.id === 'reliability.deployment_frequency',
      );
      const shipped = deploys.filter(
        deploy =>
          deploy.app === 'whitehall' &&
          deploy.environment === 'production' &&
          Date.parse(deploy.deployed_at) >= from &&
          Date.parse(deploy.deployed_at) < Date.parse(at),
      );
      expect(fact).toMatchObject({ status: 'known' });
      expect(fact?.evidenceCount).toBe(shipped.length);
    },
  );

  it('leaves services without deliveries unknown, and takes a second import as the same', async () => {
    const { get, importFile, printed } = await importAll('SQLITE_3');

    const code = await importFile('deployments', deploymentsFile);
    const { services, coverage } = await get<RollupResponse>(
      '/teams/group/default/govuk-whitehall-experience-tech/rollup',
    );
    const { assessment } = await get<ScorecardResponse>(
      '/services/component/default/account-api/scorecard',
    );

    expect(code).toBe(0);
    expect(printed.join('')).toMatch(/1,?668/);
    expect(services.map(service => service.title)).toContain('whitehall');
    expect(coverage.known).toBeLessThan(coverage.applicable);
    expect(
      assessment.facts.find(f => f.id === 'reliability.deployment_frequency'),
    ).toMatchObject({ status: 'unknown', reason: 'never-collected' });
  });
});
