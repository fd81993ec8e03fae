import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mockCredentials } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import request from 'supertest';
import { startPlugin } from '../../../__testUtils__/startPlugin';
import { component, group } from '../../../database/__testUtils__/testCatalog';
import { writeInstant } from '../../../database/instants';
import { insertRows } from '../../../database/insertRows';

export const DAY = 86_400_000;
export const since = Date.UTC(2026, 0, 1);
export const ref = (name: string) => `component:default/${name}`;
export const checkout = 'group:default/checkout';
export const search = 'group:default/search';

const scorecard = (name: string, levels: string, checks: string) => `
apiVersion: accountability.io/v1alpha1
kind: Scorecard
metadata: { name: ${name}, title: ${name[0].toUpperCase()}${name.slice(1)} }
spec:
  levels: [${levels}]
  checks:
${checks}
`;
const check = (id: string, more: string) => `
    - { id: ${id}, title: The ${id}, burden: security, expression: ownership.owner_resolves, ${more} }`;

const policies = {
  ready: scorecard(
    'ready',
    'bronze, silver',
    check('scan', 'level: bronze, severity: high, effortDays: 2') +
      check('tests', 'level: silver, mode: warn') +
      check('trial', 'mode: audit') +
      check('hidden', 'mode: "off"'),
  ),
  safe: scorecard('safe', 'safe', check('secrets', 'level: safe')),
};

/** Modes of the checks that are not enforced, as the policies have them. */
const modes: Record<string, string | undefined> = {
  tests: 'warn',
  trial: 'audit',
};

/** Statuses of the checks of a service, with its level on Ready. */
export interface Scored {
  name: string;
  title?: string;
  owner?: string;
  level?: [string | null, number];
  results: Record<string, string>;
}

/** What a test wants of the backend. */
export interface GivenScored {
  services: Scored[];
  /** Names of services that nobody may read. */
  hidden?: string[];
  /** Permissions that a user has not, by their entity ref. */
  deniedTo?: Record<string, string[]>;
  settings?: Parameters<typeof startPlugin>[0]['settings'];
}

/** The plugin over two scorecards, with services that stand as a test says. */
export async function startScored(knex: Knex, given: GivenScored) {
  const directory = mkdtempSync(join(tmpdir(), 'policies-'));
  for (const [name, text] of Object.entries(policies)) {
    writeFileSync(join(directory, `${name}.yaml`), text);
  }
  const backend = await startPlugin({
    knex,
    entities: [
      group('checkout'),
      group('search'),
      ...given.services.map(({ name, title, owner = checkout }) => {
        const entity = component(name, { owner });
        return { ...entity, metadata: { ...entity.metadata, title } };
      }),
    ],
    hidden: given.hidden?.map(ref),
    deniedTo: given.deniedTo,
    settings: { ...given.settings, policy: { paths: [directory] } },
  });
  await backend.run('catalog-sync');
  await score(knex, given.services);
  const root = '/api/accountability';
  const { header } = mockCredentials.user;
  const send = (
    method: 'get' | 'post' | 'put',
    path: string,
    authorization: string,
  ) =>
    request(backend.server)
      [method](`${root}${path}`)
      .set('authorization', authorization);
  return {
    ...backend,
    knex,
    /** Asks as a user, by default one who may do everything. */
    ask: (path: string, user = 'user:default/kim') =>
      send('get', path, header(user)),
    tell: (path: string, body: object, user = 'user:default/kim') =>
      send('post', path, header(user)).send(body),
    put: (path: string, body: object, user = 'user:default/kim') =>
      send('put', path, header(user)).send(body),
    askAsMachine: (path: string) =>
      send('get', path, mockCredentials.service.header()),
    tellAsMachine: (path: string, body: object) =>
      send('post', path, mockCredentials.service.header()).send(body),
    askAsNobody: (path: string) =>
      send('get', path, mockCredentials.none.header()),
    tellAsNobody: (path: string, body: object) =>
      send('post', path, mockCredentials.none.header()).send(body),
  };
}

/** Puts services where a test says, in place of what assessing them gave. */
async function score(knex: Knex, services: readonly Scored[]): Promise<void> {
  await knex('assessment_queue').delete();
  await knex('check_results').delete();
  await knex('service_levels').delete();
  await knex('transitions').delete();
  await insertRows(
    knex,
    { table: 'service_levels' },
    services.flatMap(({ name, level }) =>
      level
        ? [
            {
              entity_ref: ref(name),
              scorecard: 'ready',
              level: level[0],
              rank: level[1],
              ladder: '["bronze","silver"]',
              since: writeInstant(since),
            },
          ]
        : [],
    ),
  );
  await insertRows(
    knex,
    { table: 'check_results' },
    services.flatMap(({ name, results }) =>
      Object.entries(results).map(([id, status]) => ({
        entity_ref: ref(name),
        scorecard: id === 'secrets' ? 'safe' : 'ready',
        check_id: id,
        burden: 'security',
        mode: modes[id] ?? 'enforce',
        status,
        since: writeInstant(since),
      })),
    ),
  );
}
