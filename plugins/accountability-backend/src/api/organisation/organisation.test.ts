import { TestDatabases } from '@backstage/backend-test-utils';
import { scorecardReadPermission } from 'backstage-plugin-accountability-common';
import { countStatements } from '../../database/__testUtils__/testCatalog';
import {
  checkout,
  GivenScored,
  ref,
  search,
  startScored,
} from '../scorecards/__testUtils__/startScored';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

const services: GivenScored['services'] = [
  {
    ...{ name: 'cart', title: 'Cart', level: ['bronze', 1] },
    results: { scan: 'pass', tests: 'warn', trial: 'fail', secrets: 'unknown' },
  },
  {
    ...{ name: 'pay', level: [null, 0] },
    results: { scan: 'fail', tests: 'fail', secrets: 'fail' },
  },
  { name: 'index', owner: search, results: { scan: 'fail', secrets: 'pass' } },
];

describe.each(databases.eachSupportedId())('the organisation on %s', id => {
  const setUp = async (given: Partial<GivenScored> = {}) =>
    startScored(await databases.init(id), { services, ...given });

  it('adds up what counts, and says what is worth doing', async () => {
    const { ask } = await setUp();

    const { status, body } = await ask('/organisation');

    expect(status).toBe(200);
    expect(body).toMatchObject({
      ...{ services: 3, unowned: 0, above: [] },
      coverage: { known: 7, applicable: 8 },
      rows: [
        { groupRef: checkout, services: 2 },
        { groupRef: search, services: 1 },
      ],
    });
    expect(body.burdens[3]).toMatchObject({
      ...{ burden: 'security', status: 'needs-work' },
      ...{ notPassing: 5, known: 7, applicable: 8 },
    });
    expect(
      body.debts.map((debt: Record<string, unknown>) => [
        ...[debt.check, debt.owner, debt.services, debt.effortDays],
      ]),
    ).toEqual([
      ['scan', checkout, 1, 2],
      ['scan', search, 1, 2],
      ['tests', checkout, 2, undefined],
      ['secrets', checkout, 1, undefined],
    ]);
  });

  it('is narrowed to a group, and says what a wrong one is', async () => {
    const { ask } = await setUp();

    const narrowed = await ask(`/organisation?group=${search}`);
    const short = await ask('/organisation?group=SEARCH');
    const strange = await ask('/organisation?group=group:default/strange');
    const wrong = await ask('/organisation?group=group:/');

    expect(narrowed.body).toMatchObject({
      services: 1,
      group: { groupRef: search },
    });
    expect(short.body.rows).toEqual(narrowed.body.rows);
    expect(strange.status).toBe(404);
    expect(strange.body.error.message).toContain('is not a known group');
    expect(wrong.status).toBe(400);
    expect(wrong.body.error.message).toContain('group:default/payments');
  });

  it('lists the services behind a cell, those with most that does not pass first', async () => {
    const { ask } = await setUp();

    const { body } = await ask(
      `/organisation/services?group=${checkout}&burden=security`,
    );

    expect(body.total).toBe(2);
    expect(body.services).toMatchObject([
      {
        ...{ entityRef: ref('pay'), owner: checkout, levelRank: 0 },
        results: [
          { check: 'scan', status: 'fail', title: 'The scan' },
          { check: 'tests', status: 'fail' },
          { check: 'secrets', status: 'fail' },
        ],
      },
      {
        ...{ title: 'Cart', level: 'bronze', ladder: ['bronze', 'silver'] },
        results: [
          { check: 'tests', status: 'warn' },
          { check: 'secrets', status: 'unknown' },
        ],
      },
    ]);
  });

  it('lists the services of which a check does not pass or is unknown', async () => {
    const { ask } = await setUp();

    const { body } = await ask('/organisation/services?check=safe/secrets');

    expect(
      body.services.map((one: { entityRef: string }) => one.entityRef),
    ).toEqual([ref('pay'), ref('cart')]);
  });

  it('goes through all services page by page, none twice', async () => {
    const many = Array.from({ length: 120 }, (_, i) => ({
      name: `s${i}`,
      results: { scan: i % 3 ? 'fail' : 'pass' },
    }));
    const { ask } = await setUp({ services: many });

    const seen: string[] = [];
    let cursor = '';
    do {
      const { body } = await ask(`/organisation/services?${cursor}`);
      seen.push(
        ...body.services.map((one: { entityRef: string }) => one.entityRef),
      );
      cursor = body.nextCursor ? `cursor=${body.nextCursor}` : '';
    } while (cursor);

    expect(seen).toHaveLength(120);
    expect(new Set(seen).size).toBe(120);
    const foreign = await ask('/organisation/services?cursor=abc');
    expect(foreign.status).toBe(400);
  });

  it('tells of no service that the caller may not read', async () => {
    const { ask } = await setUp({ hidden: ['pay'] });

    const { body } = await ask('/organisation');
    const behind = await ask('/organisation/services');

    expect(body.services).toBe(2);
    expect(body.coverage).toEqual({ known: 4, applicable: 5 });
    expect(behind.body.total).toBe(2);
    expect(JSON.stringify([body, behind.body])).not.toContain('pay');
  });

  it('needs the permission to read scorecards', async () => {
    const { ask, askAsNobody } = await setUp({
      deniedTo: { 'user:default/eve': [scorecardReadPermission.name] },
    });

    for (const path of ['/organisation', '/organisation/services']) {
      expect((await ask(path, 'user:default/eve')).status).toBe(403);
      expect((await askAsNobody(path)).status).toBe(401);
    }
  });

  it('asks the database nothing for a view that was read a moment ago', async () => {
    const { ask, knex } = await setUp();
    await ask('/organisation');
    const statements = countStatements(knex);

    await ask('/organisation');

    // The digest of the policy in force.
    expect(statements.all).toBeLessThanOrEqual(1);
  });
});
