import { TestDatabases } from '@backstage/backend-test-utils';
import { FindingRecord } from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';
import { countStatements } from '../../database/__testUtils__/testCatalog';
import { insertRows } from '../../database/insertRows';
import { writeInstant } from '../../database/instants';
import {
  addRecords,
  ago,
  DAY,
  now,
  ref,
  startTeam,
  team,
} from '../__testUtils__/startTeam';
import {
  addCampaign,
  addExemption,
  addResults,
  policy,
} from '../__testUtils__/givenDue';
import { readTeamScope } from '../TeamScope';
import { readDue } from './readDue';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const services: Parameters<typeof startTeam>[1] = [
  { name: 'pay', system: 'system:default/shop' },
  { name: 'fraud', owner: 'risk' },
  { name: 'index', owner: 'search' },
];

describe.each(databases.eachSupportedId())('what is due on %s', id => {
  async function setUp(given = services) {
    const knex = await startTeam(await databases.init(id), given);
    return {
      knex,
      /** Kind, service and day of each, with what is late. */
      list: async (options: Parameters<typeof read>[1] = {}) =>
        (await read(knex, options)).map(({ kind, service, dueAt, overdue }) =>
          [
            new Date(dueAt).toISOString().slice(0, 10),
            kind,
            ...(service ? [service.title] : []),
            ...(overdue ? ['late'] : []),
          ].join(' '),
        ),
    };
  }

  it('is nothing where nothing is', async () => {
    const { list } = await setUp();

    expect(await list()).toEqual([]);
  });

  it.each([
    {
      given: 'one that waits for a decision for a day',
      exemption: { requested: 1, expires: -30, approved: false },
      gives: ['2026-11-22 exemption-to-decide Pay'],
    },
    {
      given: 'one that waits for a decision for eight days',
      exemption: { requested: 8, expires: -30, approved: false },
      gives: ['2026-11-15 exemption-to-decide Pay late'],
    },
    {
      given: 'one that ends in thirteen days',
      exemption: { requested: 90, expires: -13 },
      gives: ['2026-12-06 exemption-ending Pay'],
    },
    {
      given: 'one that ends in fifteen days',
      exemption: { requested: 90, expires: -15 },
      gives: [],
    },
    {
      given: 'one that ended, of a check that fails',
      exemption: { requested: 90, expires: 3 },
      gives: ['2026-11-20 exemption-ended Pay late'],
    },
    {
      given: 'one that ended, of a check that passes',
      exemption: { requested: 90, expires: 3, check: 'eol' },
      gives: [],
    },
    {
      given: 'one that ended a month ago',
      exemption: { requested: 90, expires: 30 },
      gives: [],
    },
    {
      given: 'one that nobody decided by its end',
      exemption: { requested: 90, expires: 3, approved: false },
      gives: [],
    },
    {
      given: 'one of the group below',
      exemption: { requested: 90, expires: -3, by: 'owner', of: team('risk') },
      gives: ['2026-11-26 exemption-ending'],
    },
    {
      given: 'one of the system of a service',
      exemption: {
        ...{ requested: 90, expires: -3 },
        ...{ by: 'system', of: 'system:default/shop' },
      },
      gives: ['2026-11-26 exemption-ending'],
    },
    {
      given: 'one of the service of another team',
      exemption: { requested: 90, expires: -3, of: ref('index') },
      gives: [],
    },
  ])('of exemptions is $gives, of $given', async ({ exemption, gives }) => {
    const { knex, list } = await setUp();
    await addResults(knex, { pay: { scan: 'fail', eol: 'pass' } });
    await addExemption(knex, exemption);

    expect((await list()).filter(one => one.includes('exemption'))).toEqual(
      gives,
    );
  });

  it('is to attest services whose time has come', async () => {
    const { list } = await setUp();

    expect(await list({ everyDays: 90 })).toEqual([
      '2026-11-13 attestation Fraud',
      '2026-11-13 attestation Pay',
    ]);
    expect(await list({ everyDays: 30 })).toEqual([
      '2026-09-14 attestation Fraud late',
      '2026-09-14 attestation Pay late',
    ]);
  });

  it('is what a campaign has left for the team, with the work it takes', async () => {
    const { knex } = await setUp();
    await addResults(knex, {
      pay: { scan: 'fail' },
      fraud: { scan: 'unknown' },
      index: { scan: 'fail' },
    });
    await addCampaign(knex, { id: 'c1', target: -20 });
    await addCampaign(knex, { id: 'c2', target: 1, scope: { kind: 'API' } });
    await addCampaign(knex, { id: 'c3', target: -20, state: 'draft' });

    const [{ id: _, ...item }, ...others] = await read(knex, {});

    expect(others).toEqual([]);
    expect(item).toEqual({
      ...{ kind: 'campaign', title: 'Scan', overdue: false },
      dueAt: now + 20 * DAY,
      todo: 'Bring 2 results to pass, of 2 of 2 services: about 0.5 days of work',
      where: { page: 'campaign', of: 'c1' },
    });
  });

  it('is a campaign of which all that is left is unknown, and so the work', async () => {
    const { knex } = await setUp();
    await addResults(knex, { pay: { scan: 'unknown' } });
    await addCampaign(knex, { id: 'c1', target: -20 });

    expect((await read(knex, {})).map(({ todo }) => todo)).toEqual([
      'Bring 1 result to pass, of 1 of 1 services: how much work that is shows once it is known',
    ]);
  });

  it('is severe findings that are open for too long, by service', async () => {
    const { knex } = await setUp();
    await addRecords(knex, [
      finding('old', { days: 120 }),
      finding('older', { days: 200, cvss: 9, severity: undefined }),
      finding('young', { days: 80 }),
      finding('small', { days: 300, severity: 'low' }),
      finding('fixed', { days: 300, endedAt: ago(1), state: 'fixed' }),
      finding('used', { days: 15, knownExploited: true, service: 'fraud' }),
      finding('other', { days: 300, service: 'index' }),
    ]);

    expect(
      (await read(knex, {})).map(({ todo, dueAt }) => [todo, dueAt]),
    ).toEqual([
      ['Fix 2 severe open findings, the oldest open for 200 days', ago(110)],
      ['Fix 1 severe open finding, the oldest open for 15 days', ago(1)],
    ]);
  });

  it('is a check that is enforced soon and would fail', async () => {
    const { knex } = await setUp();
    await addResults(knex, { pay: { eol: 'warn', far: 'warn' } });

    expect(await read(knex, {})).toMatchObject([
      {
        ...{ kind: 'enforcement', dueAt: Date.UTC(2027, 0, 15) },
        title: '“Supported” is enforced',
        todo: 'Make it pass before then: 1 of 2 services would fail today',
      },
    ]);
  });

  it('is who went past a gate and was not reviewed, for those who may see it', async () => {
    const { knex, list } = await setUp();
    await addDecision(knex, 'd1', { days: 8 });
    await addDecision(knex, 'd2', { days: 1 });
    await addDecision(knex, 'd3', { days: 1, service: 'index' });
    await addDecision(knex, 'd4', { days: 1 });
    await insertRows(knex, { table: 'decision_reviews' }, [
      {
        ...{ decision_id: 'd4', at: writeInstant(now) },
        ...{ by_ref: 'user:default/kim', remarks: 'It was right.' },
      },
    ]);

    expect(await list()).toEqual([
      '2026-11-15 break-glass Pay late',
      '2026-11-22 break-glass Pay',
    ]);
    expect(await list({ decisions: false })).toEqual([]);
  });

  it('is of services that the caller may read', async () => {
    const { knex, list } = await setUp();
    await addResults(knex, { pay: { eol: 'warn' } });
    await addDecision(knex, 'd1', { days: 1 });
    await addRecords(knex, [finding('old', { days: 120 })]);
    await addExemption(knex, { requested: 1, expires: -30, approved: false });

    expect(await list({ visible: [ref('fraud')], everyDays: 90 })).toEqual([
      '2026-11-13 attestation Fraud',
    ]);
  });

  it('takes as many statements for 200 services as for 2', async () => {
    const counted: number[] = [];
    for (const size of [2, 200]) {
      const many = Array.from({ length: size }, (_, i) => ({ name: `s${i}` }));
      const { knex } = await setUp(many);
      await addResults(
        knex,
        Object.fromEntries(
          many.map(({ name }) => [name, { scan: 'fail', eol: 'warn' }]),
        ),
      );
      await addCampaign(knex, { id: 'c1', target: -20, scope: {} });
      await addRecords(
        knex,
        many.map(({ name }) => finding(name, { days: 120, service: name })),
      );
      const statements = countStatements(knex);
      const items = await read(knex, { everyDays: 90 });
      counted.push(statements.all);
      expect(items).toHaveLength(2 * size + 2);
    }

    expect(counted).toEqual([15, 15]);
  });
});

async function read(
  knex: Knex,
  given: { visible?: string[]; everyDays?: number; decisions?: boolean },
) {
  const { visible, everyDays = 0, decisions = true } = given;
  const groups = [team('core'), team('risk')];
  const scope = await readTeamScope(knex, { groups, visible });
  return readDue(
    { ...{ database: knex, scope, policy, now }, attestation: { everyDays } },
    { decisions },
  );
}

async function addDecision(
  knex: Knex,
  id: string,
  { days, service = 'pay' }: { days: number; service?: string },
) {
  const at = ago(days);
  const entityRef = ref(service);
  await insertRows(knex, { table: 'gate_decisions' }, [
    {
      ...{ id, entity_ref: entityRef, gate: 'production', outcome: 'deny' },
      ...{ at: writeInstant(at), point: 'deploy', broken_glass: true },
      document: JSON.stringify({
        ...{ gate: 'production', title: 'Production', entityRef, at },
        breakGlass: { reason: 'The disk was full' },
      }),
    },
  ]);
}

function finding(
  id: string,
  given: Partial<FindingRecord> & { days: number; service?: string },
): FindingRecord {
  const { days, service = 'pay', ...rest } = given;
  return {
    ...{ kind: 'finding', id, subject: `github:acme/${service}` },
    ...{ startedAt: ago(days), state: 'open', severity: 'high' },
    ...rest,
  };
}
