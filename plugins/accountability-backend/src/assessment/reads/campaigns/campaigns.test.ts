import { TestDatabases } from '@backstage/backend-test-utils';
import { Campaign } from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';
import {
  countStatements,
  migrate,
} from '../../../database/__testUtils__/testCatalog';
import { insertRows } from '../../../database/insertRows';
import { writeInstant } from '../../../database/instants';
import { readCampaignProgress, readCampaignSums, readOwnersLeft } from '.';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const DAY = 86_400_000;
const start = Date.UTC(2026, 10, 23);
const after = (days: number) => start + days * DAY;
const now = after(10.5);
const a = 'group:default/a';
const b = 'group:default/b';

interface Service {
  name: string;
  owner?: string | null;
  resolves?: boolean;
  removed?: boolean;
  type?: string;
  came?: number;
  /** Status by check id, each with since when. */
  results: Record<string, [string, number]>;
  turns?: { check: string; at: number; from: string; to: string }[];
}

const campaign: Campaign = {
  id: 'c1',
  title: 'Scan everything',
  checks: [
    { scorecard: 'ready', check: 'scan' },
    { scorecard: 'ready', check: 'tests' },
  ],
  state: 'active',
  createdAt: start,
  startedAt: after(8.2),
  targetAt: after(90),
  milestones: [],
  remindEveryDays: 7,
};

const services: Service[] = [
  { name: 'all', results: { scan: ['pass', 0], tests: ['pass', 0] } },
  { name: 'spared', results: { scan: ['exempt', 0], tests: ['pass', 0] } },
  { name: 'fails', results: { scan: ['fail', 0], tests: ['unknown', 0] } },
  { name: 'warns', owner: b, results: { scan: ['warn', 0] } },
  { name: 'dark', owner: b, results: { scan: ['unknown', 0] } },
  {
    name: 'half',
    owner: b,
    type: 'website',
    results: { scan: ['pass', 0], tests: ['not-applicable', 0] },
  },
  { name: 'none', results: { scan: ['not-applicable', 0] } },
  { name: 'other', results: { docs: ['fail', 0] } },
  { name: 'gone', removed: true, results: { scan: ['fail', 0] } },
  { name: 'orphan', owner: null, results: { scan: ['fail', 0] } },
  {
    name: 'lost',
    owner: 'group:default/gone',
    resolves: false,
    results: { scan: ['fail', 0] },
  },
];

const ref = (name: string) => `component:default/${name}`;

async function fill(knex: Knex, all: readonly Service[]): Promise<void> {
  await insertRows(
    knex,
    { table: 'services' },
    all.map(one => ({
      entity_ref: ref(one.name),
      title: one.name,
      kind: 'Component',
      owner_ref: one.owner === undefined ? a : one.owner,
      owner_resolves: one.owner !== null && one.resolves !== false,
      entity: JSON.stringify({
        kind: 'Component',
        spec: { type: one.type ?? 'service' },
      }),
      digest: '',
      removed_at: one.removed ? writeInstant(start) : null,
    })),
  );
  await insertRows(
    knex,
    { table: 'owner_spans' },
    all.map(one => ({
      entity_ref: ref(one.name),
      valid_from: writeInstant(one.came ?? start),
      owner_ref: a,
      origin: 'catalog',
    })),
  );
  await insertRows(
    knex,
    { table: 'check_results' },
    all.flatMap(one =>
      Object.entries(one.results).map(([check, [status, since]]) => ({
        entity_ref: ref(one.name),
        scorecard: 'ready',
        check_id: check,
        burden: 'security',
        status,
        since: writeInstant(since || start),
      })),
    ),
  );
  await insertRows(
    knex,
    { table: 'transitions' },
    all.flatMap(one =>
      (one.turns ?? []).map(({ check, at, from, to }) => ({
        entity_ref: ref(one.name),
        at: writeInstant(at),
        scorecard: 'ready',
        check_id: check,
        from_status: from,
        to_status: to,
        because: '',
      })),
    ),
  );
}

describe.each(databases.eachSupportedId())('progress on %s', id => {
  async function setUp(all = services) {
    const knex = await databases.init(id);
    await migrate(knex);
    await fill(knex, all);
    const read = (more: Partial<Campaign> = {}) =>
      readCampaignProgress(knex, {
        campaign: { ...campaign, ...more },
        effortOf: ({ check }) => (check === 'scan' ? 0.5 : undefined),
        now,
      });
    return { knex, read };
  }

  it('counts services of the catalog that a check applies to, by owner', async () => {
    const { read } = await setUp();

    const { owners, burnUp: _, ...sums } = await read();

    expect(sums).toEqual({
      done: 3,
      exempt: 1,
      unknown: 1,
      total: 8,
      effortDays: 2,
    });
    expect(
      owners.map(({ left, ...one }) => ({
        ...one,
        left: left.map(
          ({ title, checks }) => `${title} ${checks.map(({ check }) => check)}`,
        ),
      })),
    ).toEqual([
      {
        owner: b,
        done: 1,
        exempt: 0,
        unknown: 1,
        total: 3,
        effortDays: 0.5,
        left: ['dark scan', 'warns scan'],
      },
      {
        done: 0,
        exempt: 0,
        unknown: 0,
        total: 1,
        effortDays: 0.5,
        left: ['orphan scan'],
      },
      {
        owner: a,
        done: 2,
        exempt: 1,
        unknown: 0,
        total: 3,
        effortDays: 0.5,
        left: ['fails scan,tests'],
      },
      {
        owner: 'group:default/gone',
        done: 0,
        exempt: 0,
        unknown: 0,
        total: 1,
        effortDays: 0.5,
        left: ['lost scan'],
      },
    ]);
  });

  it('knows no effort where no check says how much', async () => {
    const { read } = await setUp();

    expect(
      await read({ checks: [{ scorecard: 'ready', check: 'tests' }] }),
    ).not.toHaveProperty('effortDays');
  });

  it('is of the services in scope alone', async () => {
    const { knex, read } = await setUp();
    const scope = { 'spec.type': 'website' };

    expect(await read({ scope })).toMatchObject({ done: 1, total: 1 });
    expect(
      await readCampaignSums(knex, [
        campaign,
        { ...campaign, id: 'c2', scope },
        { ...campaign, id: 'c3', scope: { kind: 'API' } },
        { ...campaign, id: 'c4', checks: [{ scorecard: 'x', check: 'scan' }] },
      ]),
    ).toEqual(
      new Map([
        ['c1', { done: 3, total: 8 }],
        ['c2', { done: 1, total: 1 }],
        ['c3', { done: 0, total: 0 }],
        ['c4', { done: 0, total: 0 }],
      ]),
    );
  });

  it('tells owners of the catalog alone what they have left', async () => {
    const { knex } = await setUp();

    expect(await readOwnersLeft(knex, campaign)).toEqual([
      { owner: b, left: 2, total: 3 },
      { owner: a, left: 1, total: 3 },
    ]);
  });

  it('goes back day by day to the begin', async () => {
    const turned: Service = {
      name: 'turned',
      results: { scan: ['pass', after(9.5)] },
      turns: [
        { check: 'scan', at: after(8.1), from: 'pass', to: 'fail' },
        { check: 'scan', at: after(9.5), from: 'fail', to: 'pass' },
        { check: '', at: after(10), from: 'none', to: 'gold' },
      ],
    };
    const came: Service = {
      name: 'came',
      came: after(10.1),
      results: { scan: ['pass', after(10.1)] },
    };
    const { read } = await setUp([turned, came]);

    expect((await read()).burnUp).toEqual([
      { day: '2026-12-01', done: 0, total: 1 },
      { day: '2026-12-02', done: 1, total: 1 },
      { day: '2026-12-03', done: 2, total: 2 },
    ]);
    expect((await read({ endedAt: after(9.4) })).burnUp).toEqual([
      { day: '2026-12-01', done: 0, total: 1 },
      { day: '2026-12-02', done: 0, total: 1 },
    ]);
  });

  it('looks back 30 days for a draft', async () => {
    const { read } = await setUp();

    const { burnUp } = await read({ state: 'draft', startedAt: undefined });

    expect(burnUp).toHaveLength(31);
    expect(burnUp[0]).toEqual({ day: '2026-11-03', done: 0, total: 0 });
    expect(burnUp.at(-1)).toEqual({ day: '2026-12-03', done: 3, total: 8 });
  });

  it('needs as many statements for 300 services as for 3', async () => {
    const counts: number[] = [];
    for (const size of [3, 300]) {
      const { knex, read } = await setUp(
        Array.from({ length: size }, (_, i) => ({
          name: `s${i}`,
          results: { scan: ['pass', after(9)] },
          turns: [{ check: 'scan', at: after(9), from: 'fail', to: 'pass' }],
        })),
      );
      const statements = countStatements(knex);
      await read({ scope: { kind: 'Component' } });
      await readCampaignSums(knex, [{ ...campaign, scope: {} }, campaign]);
      counts.push(statements.all);
    }

    expect(counts).toEqual([7, 7]);
  });
});
