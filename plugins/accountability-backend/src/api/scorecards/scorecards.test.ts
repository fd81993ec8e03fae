import { TestDatabaseId, TestDatabases } from '@backstage/backend-test-utils';
import { memoize, range } from 'lodash';
import { countStatements } from '../../database/__testUtils__/testCatalog';
import {
  GivenScored,
  Scored,
  checkout,
  ref,
  search,
  since,
  startScored,
} from './__testUtils__/startScored';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const stranger = 'user:default/stranger';
const path = '/scorecards/ready/services';

const few: Scored[] = [
  {
    name: 'cart',
    title: '=Cart',
    level: ['silver', 2],
    results: { scan: 'pass', tests: 'pass', trial: 'fail', secrets: 'pass' },
  },
  {
    name: 'index',
    title: 'Index, all',
    owner: search,
    level: ['bronze', 1],
    results: { scan: 'exempt', tests: 'warn', trial: 'pass' },
  },
  {
    name: 'pay',
    title: 'Pay',
    level: [null, 0],
    results: { scan: 'fail', tests: 'unknown', trial: 'unknown' },
  },
  { name: 'bare', title: 'Bare', results: {} },
];

const many: Scored[] = range(250).map(i => ({
  name: `s${i}`,
  // Several have the same name.
  title: `Service ${i % 7}`,
  owner: i % 3 === 0 ? search : checkout,
  level: [[null, 'bronze', 'silver'][i % 3], i % 3],
  results: { scan: i % 2 === 0 ? 'pass' : 'fail' },
}));

async function setUp(
  id: TestDatabaseId,
  given: GivenScored = { services: few },
) {
  return startScored(await databases.init(id), {
    ...given,
    deniedTo: { [stranger]: ['accountability.scorecard.read'] },
  });
}

/** Nothing here writes, so that tests that want the same share one. */
const setUpOnce = memoize(setUp, (...given) => JSON.stringify(given));

interface Page {
  services: { entityRef: string; title: string; owner: string; rank: number }[];
  total: number;
  nextCursor?: string;
}

describe.each(databases.eachSupportedId())('scorecards on %s', id => {
  it('are those in force, with their checks and services', async () => {
    const { ask } = await setUpOnce(id);

    const { body } = await ask('/scorecards').expect(200);

    expect(body).toEqual({
      asOf: expect.any(Number),
      scorecards: [
        {
          scorecard: 'ready',
          title: 'Ready',
          levels: ['bronze', 'silver'],
          checks: [
            expect.objectContaining({
              check: 'scan',
              title: 'The scan',
              burden: 'security',
              level: 'bronze',
              severity: 'high',
              mode: 'enforce',
            }),
            expect.objectContaining({ check: 'tests', mode: 'warn' }),
            expect.objectContaining({ check: 'trial', mode: 'audit' }),
          ],
          services: 3,
        },
        expect.objectContaining({ scorecard: 'safe', services: 0 }),
      ],
    });
  });

  it('show a row a service, and sums over all', async () => {
    const { ask } = await setUpOnce(id);

    const { body } = await ask(path).expect(200);

    expect(body).toEqual({
      asOf: expect.any(Number),
      scorecard: expect.objectContaining({ scorecard: 'ready', services: 3 }),
      services: [
        {
          entityRef: ref('cart'),
          title: '=Cart',
          owner: checkout,
          level: 'silver',
          rank: 2,
          coverage: { known: 2, applicable: 2 },
          results: {
            scan: { status: 'pass', since },
            tests: { status: 'pass', since },
            trial: { status: 'fail', since },
          },
        },
        expect.objectContaining({ entityRef: ref('index') }),
        {
          entityRef: ref('pay'),
          title: 'Pay',
          owner: checkout,
          rank: 0,
          coverage: { known: 1, applicable: 2 },
          results: expect.objectContaining({
            scan: { status: 'fail', since },
          }),
        },
      ],
      total: 3,
      counts: {
        scan: { pass: 1, exempt: 1, fail: 1 },
        tests: { pass: 1, warn: 1, unknown: 1 },
        trial: { fail: 1, pass: 1, unknown: 1 },
      },
    });
  });

  it.each([
    { given: 'owner=Group:default/search', gives: ['index'] },
    { given: 'owner=group:default/none', gives: [] },
    { given: 'level=silver', gives: ['cart'] },
    { given: 'level=none', gives: ['pay'] },
    { given: 'check=tests', gives: ['cart', 'index', 'pay'] },
    { given: 'check=tests&status=warn', gives: ['index'] },
    { given: 'check=scan&status=fail&level=silver', gives: [] },
    { given: 'sort=level', gives: ['pay', 'index', 'cart'] },
    { given: 'sort=owner', gives: ['cart', 'pay', 'index'] },
  ])('give $gives for $given', async ({ given, gives }) => {
    const { ask } = await setUpOnce(id);

    const { body } = await ask(`${path}?${given}`).expect(200);

    expect(body.services).toEqual(
      gives.map(name => expect.objectContaining({ entityRef: ref(name) })),
    );
    expect(body.total).toBe(gives.length);
    expect(body.scorecard.services).toBe(3);
  });

  it.each([
    {
      given: '/scorecards/redy/services',
      status: 404,
      gives: /no scorecard redy in force; there are: ready, safe/,
    },
    {
      given: `${path}?level=gold`,
      status: 400,
      gives: /ready has no level gold; write bronze, silver, none/,
    },
    {
      given: `${path}?check=hidden`,
      status: 400,
      gives: /ready has no check hidden; it has: scan, tests, trial/,
    },
    { given: `${path}?status=fail`, status: 400, gives: /status needs check/ },
    { given: `${path}?sort=age`, status: 400, gives: /./ },
    { given: `${path}?cursor=xx`, status: 400, gives: /cursor is not one of/ },
    {
      given: `${path}?sort=level&cursor=${Buffer.from(
        JSON.stringify({ sort: 'level', after: ['x', 'y', 'z'] }),
      ).toString('base64url')}`,
      status: 400,
      gives: /cursor is not one of/,
    },
    {
      given: `/standings?entityRefs=${range(101).join(',')}`,
      status: 400,
      gives: /more than 100 refs/,
    },
  ])('answer $status to $given', async ({ given, status, gives }) => {
    const { ask } = await setUpOnce(id);

    const answer = await ask(given);

    expect(answer.status).toBe(status);
    expect(answer.body.error.message).toMatch(gives);
  });

  it.each(['/scorecards', path, `${path}?format=csv`, '/standings'])(
    'let machines read %s, and nobody who may not',
    async given => {
      const backend = await setUpOnce(id);

      const answers = [
        await backend.askAsMachine(given),
        await backend.ask(given, stranger),
        await backend.askAsNobody(given),
      ];

      expect(answers.map(({ status }) => status)).toEqual([200, 403, 401]);
    },
  );

  it.each(['name', 'level', 'owner'] as const)(
    'give every service once, page by page, by %s',
    async sort => {
      const { ask } = await setUpOnce(id, { services: many });
      const seen: Page['services'] = [];
      let cursor: string | undefined;

      do {
        const more = cursor ? `&cursor=${cursor}` : '';
        const { body }: { body: Page } = await ask(
          `${path}?sort=${sort}${more}`,
        ).expect(200);
        expect(body.total).toBe(250);
        seen.push(...body.services);
        cursor = body.nextCursor;
      } while (cursor);

      expect(new Set(seen.map(({ entityRef }) => entityRef)).size).toBe(250);
      expect(seen).toHaveLength(250);
      const column = { name: 'title', level: 'rank', owner: 'owner' } as const;
      const values = seen.map(one => one[column[sort]]);
      expect(values).toEqual(
        [...values].sort((a, b) => (a < b ? -1 : Number(a > b))),
      );
    },
  );

  it('are CSV for who asks so, all services of it', async () => {
    const { ask } = await setUpOnce(id);
    const whole = await setUpOnce(id, { services: many });

    const byFormat = await ask(`${path}?format=csv`).expect(200);
    const byAccept = await ask(path).set('accept', 'text/csv').expect(200);
    const json = await ask(`${path}?format=json`).set('accept', 'text/csv');
    const all = await whole.ask(`${path}?format=csv&check=scan&status=pass`);

    expect(byFormat.text).toBe(
      [
        'service,title,owner,level,known,applicable,scan,tests,trial',
        `${ref('cart')},'=Cart,${checkout},silver,2,2,pass,pass,fail`,
        `${ref('index')},"Index, all",${search},bronze,2,2,exempt,warn,pass`,
        `${ref('pay')},Pay,${checkout},,1,2,fail,unknown,unknown`,
        '',
      ].join('\r\n'),
    );
    expect(byFormat.headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-disposition': 'attachment; filename="ready.csv"',
    });
    expect(byAccept.text).toBe(byFormat.text);
    expect(json.body.total).toBe(3);
    expect(all.text.split('\r\n')).toHaveLength(125 + 2);
    expect((await ask('/scorecards/redy/services?format=csv')).status).toBe(
      404,
    );
  });

  it('say where services stand, what is tried out left out', async () => {
    const { ask } = await setUpOnce(id);

    const { body } = await ask('/standings').expect(200);
    const some = await ask(
      `/standings?entityRefs=${ref('pay')},${ref('none')}`,
    ).expect(200);

    const level = (name: string, rank: number) => [
      { scorecard: 'ready', level: name, rank },
    ];
    expect(body).toEqual({
      asOf: expect.any(Number),
      standings: [
        { entityRef: ref('bare'), levels: [], state: 'no-checks' },
        { entityRef: ref('cart'), levels: level('silver', 2), state: 'good' },
        { entityRef: ref('index'), levels: level('bronze', 1), state: 'watch' },
        {
          entityRef: ref('pay'),
          levels: [{ scorecard: 'ready', rank: 0 }],
          state: 'needs-work',
        },
      ],
    });
    expect(some.body.standings).toEqual([body.standings[3]]);
  });

  it('are of services alone that the caller may read', async () => {
    const { ask } = await setUpOnce(id, { services: few, hidden: ['pay'] });

    const answers = [
      (await ask('/scorecards')).body.scorecards[0].services,
      (await ask(path)).body.total,
      (await ask(path)).body.counts.scan,
      (await ask('/standings')).body.standings.length,
      (await ask(`/standings?entityRefs=${ref('pay')}`)).body.standings,
    ];

    expect(answers).toEqual([2, 2, { pass: 1, exempt: 1 }, 3, []]);
    for (const one of [path, `${path}?format=csv`, '/standings']) {
      expect((await ask(one)).text).not.toContain(ref('pay'));
    }
  });

  it('need as many statements for 250 services as for three', async () => {
    const counts: number[][] = [];
    for (const services of [few, many]) {
      const { ask, knex } = await setUp(id, { services });
      const statements = countStatements(knex);
      const counted: number[] = [];
      for (const one of ['/scorecards', path, '/standings']) {
        const before = statements.all;
        await ask(one).expect(200);
        counted.push(statements.all - before);
      }
      counts.push(counted);
    }

    expect(counts[1]).toEqual(counts[0]);
  });
});
