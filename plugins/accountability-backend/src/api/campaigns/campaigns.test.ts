import { TestDatabaseId, TestDatabases } from '@backstage/backend-test-utils';
import { memoize } from 'lodash';
import {
  DAY,
  Scored,
  checkout,
  ref,
  search,
  startScored,
} from '../scorecards/__testUtils__/startScored';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const kim = 'user:default/kim';
const lee = 'user:default/lee';
const stranger = 'user:default/stranger';
const scan = { scorecard: 'ready', check: 'scan' };
const inDays = (days: number) =>
  new Date(Date.now() + days * DAY).toISOString();
const written = {
  title: 'Scan everything',
  description: 'Because of last spring.',
  checks: [scan],
  owner: 'group:default/Search',
  targetAt: inDays(90),
  milestones: [{ title: 'Half', at: inDays(30), share: 0.5 }],
};
const services: Scored[] = [
  { name: 'pay', results: { scan: 'fail' } },
  { name: 'cart', results: { scan: 'pass', tests: 'warn' } },
  { name: 'index', owner: search, results: { scan: 'unknown' } },
];

async function setUp(id: TestDatabaseId, hidden: string[] = []) {
  return startScored(await databases.init(id), {
    services,
    hidden,
    deniedTo: {
      [lee]: ['accountability.campaign.manage'],
      [stranger]: [
        'accountability.campaign.manage',
        'accountability.scorecard.read',
      ],
    },
  });
}

/** The same for tests that keep nothing another one sees. */
const setUpOnce = memoize(setUp, (...given) => JSON.stringify(given));

describe.each(databases.eachSupportedId())('campaigns on %s', id => {
  it('are written, changed, started, put off and ended, and each is audited', async () => {
    const { ask, tell, put, audited } = await setUp(id);

    const { body: draft } = await tell('/campaigns', written).expect(201);
    const path = `/campaigns/${draft.campaign.id}`;
    expect(draft).toMatchObject({
      campaign: {
        ...written,
        owner: search,
        state: 'draft',
        targetAt: Date.parse(written.targetAt),
        milestones: [{ at: Date.parse(written.milestones[0].at) }],
        remindEveryDays: 7,
      },
      mayManage: true,
      progress: { done: 1, exempt: 0, unknown: 1, total: 3, effortDays: 2 },
    });
    await put(path, { ...written, title: 'Scan all' }).expect(200);
    await tell(`${path}/state`, { state: 'active' }).expect(200);
    const targetAt = inDays(120);
    const reason = 'A release came between.';
    await put(path, { ...written, targetAt, reason }).expect(200);
    const refused = await put(path, { ...written, owner: checkout });
    await tell(`${path}/state`, { state: 'ended' }).expect(200);
    const again = await tell(`${path}/state`, { state: 'active' });

    expect(refused.status).toBe(409);
    expect(refused.body.error.message).toMatch(/its owner must stay/);
    expect(again.status).toBe(409);
    const { body } = await ask(path).expect(200);
    expect(body.campaign).toMatchObject({
      state: 'ended',
      startedAt: expect.any(Number),
      endedAt: expect.any(Number),
      moves: [
        {
          from: Date.parse(written.targetAt),
          to: Date.parse(targetAt),
          reason,
        },
      ],
    });
    expect(JSON.stringify(body)).not.toContain('user:');
    expect(
      audited
        .filter(({ eventId }) => eventId.startsWith('campaign'))
        .map(({ eventId, ended }) => `${eventId} ${ended}`),
    ).toEqual([
      'campaign-create success',
      'campaign-change success',
      'campaign-turn success',
      'campaign-change success',
      'campaign-change fail',
      'campaign-turn success',
      'campaign-turn fail',
    ]);
  });

  it('are written by those who may alone, and read by those who may read scorecards', async () => {
    const backend = await setUp(id);
    const { ask, tell, put } = backend;

    const [byKim, byMachine, byLee, byNobody] = [
      await tell('/campaigns', written, kim),
      await backend.tellAsMachine('/campaigns', written),
      await tell('/campaigns', written, lee),
      await backend.tellAsNobody('/campaigns', written),
    ];
    const path = `/campaigns/${byKim.body.campaign.id}`;
    const statuses = {
      kim: byKim.status,
      machine: byMachine.status,
      lee: byLee.status,
      nobody: byNobody.status,
      changedByLee: (await put(path, written, lee)).status,
      startedByLee: (await tell(`${path}/state`, { state: 'active' }, lee))
        .status,
      readByLee: (await ask(path, lee)).status,
      readByMachine: (await backend.askAsMachine('/campaigns')).status,
      readByStranger: (await ask(path, stranger)).status,
      listedByStranger: (await ask('/campaigns', stranger)).status,
      listedByNobody: (await backend.askAsNobody('/campaigns')).status,
    };

    expect(statuses).toEqual({
      kim: 201,
      machine: 201,
      lee: 403,
      nobody: 401,
      changedByLee: 403,
      startedByLee: 403,
      readByLee: 200,
      readByMachine: 200,
      readByStranger: 403,
      listedByStranger: 403,
      listedByNobody: 401,
    });
    const { body } = await ask('/campaigns', lee);
    expect(body.campaigns).toHaveLength(2);
    expect(body.campaigns[0]).toMatchObject({
      title: 'Scan everything',
      done: 1,
      total: 3,
      mayManage: false,
    });
  });

  it.each([
    {
      given: 'a check that is off',
      more: { checks: [{ scorecard: 'ready', check: 'hidden' }] },
      gives: /no check ready\/hidden; ready has: scan, tests, trial/,
    },
    {
      given: 'a scope that is no filter',
      more: { scope: { 'spec.type': { $like: 'x' } } },
      gives: /scope is not a filter predicate; write for example/,
    },
    {
      given: 'an owner that is no group',
      more: { owner: 'user:default/kim' },
      gives: /owner must be a group, and user:default\/kim is none/,
    },
    {
      given: 'an owner that the catalog has not',
      more: { owner: 'group:default/none' },
      gives: /which has no group:default\/none that you may read/,
    },
    {
      given: 'an owner that is no ref',
      more: { owner: ':/' },
      gives: /owner must be the entity ref of a group/,
    },
    {
      given: 'a target without a zone',
      more: { targetAt: '2030-01-01T00:00:00' },
      gives: /targetAt=2030/,
    },
    {
      given: 'a target that is over',
      more: { targetAt: inDays(-1), milestones: [] },
      gives: /targetAt must lie in the future/,
    },
    {
      given: 'a part that there is not',
      more: { colour: 'red' },
      gives: /./,
    },
  ])('answer 400 to $given', async ({ more, gives }) => {
    const { tell } = await setUpOnce(id);

    const { status, body } = await tell('/campaigns', { ...written, ...more });

    expect(status).toBe(400);
    expect(body.error.message).toMatch(gives);
  });

  it('answer 404 to an id that there is not', async () => {
    const { ask, put, tell } = await setUpOnce(id);

    const answers = [
      await ask('/campaigns/none'),
      await put('/campaigns/none', written),
      await tell('/campaigns/none/state', { state: 'active' }),
    ];

    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
  });

  it('name services and owners that the caller may read alone, and count all', async () => {
    const { ask, tell } = await setUp(id, ['pay', 'index']);
    const all = { ...written, owner: undefined };
    const { body: draft } = await tell('/campaigns', all).expect(201);

    const { body } = await ask(`/campaigns/${draft.campaign.id}`, lee);

    expect(body.progress).toMatchObject({ done: 1, unknown: 1, total: 3 });
    expect(body.progress.burnUp.at(-1)).toMatchObject({ done: 1, total: 3 });
    expect(
      body.progress.owners.map(
        (one: { owner: string; total: number; left: object[] }) => [
          one.owner,
          one.total,
          one.left,
        ],
      ),
    ).toEqual([
      [checkout, 2, []],
      [search, 1, []],
    ]);
    expect(JSON.stringify(body)).not.toContain(ref('pay'));
  });

  it('name what is left to those who may read everything', async () => {
    const { tell } = await setUpOnce(id);

    const { body } = await tell('/campaigns', {
      ...written,
      scope: { 'metadata.name': 'pay' },
    });

    expect(body.progress.owners).toEqual([
      {
        owner: checkout,
        done: 0,
        exempt: 0,
        unknown: 0,
        total: 1,
        effortDays: 2,
        left: [{ entityRef: ref('pay'), title: 'pay', checks: [scan] }],
      },
    ]);
  });
});
