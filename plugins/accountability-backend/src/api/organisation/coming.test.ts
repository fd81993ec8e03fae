import { TestDatabases } from '@backstage/backend-test-utils';
import { scorecardReadPermission } from 'backstage-plugin-accountability-common';
import { countStatements } from '../../database/__testUtils__/testCatalog';
import {
  checkout,
  GivenScored,
  search,
  startScored,
} from '../scorecards/__testUtils__/startScored';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

const services: GivenScored['services'] = [
  { name: 'cart', results: { scan: 'pass' } },
  { name: 'pay', results: { scan: 'fail' } },
  { name: 'index', owner: search, results: { scan: 'fail' } },
];

describe.each(databases.eachSupportedId())('what comes up on %s', id => {
  const setUp = async (given: Partial<GivenScored> = {}) =>
    startScored(await databases.init(id), {
      services,
      settings: { attestation: { everyDays: 30 } },
      ...given,
    });
  const titles = (items: { title: string }[]) => items.map(one => one.title);

  it('is told for all services, or those that it is narrowed to', async () => {
    const { ask } = await setUp();

    const all = await ask('/organisation/coming');
    const ofSearch = await ask(`/organisation/coming?group=${search}`);
    const ofCheckout = await ask(`/organisation/coming?group=${checkout}`);
    const strange = await ask(
      '/organisation/coming?group=group:default/strange',
    );

    expect(all.status).toBe(200);
    expect(all.body.until - all.body.asOf).toBe(60 * 86_400_000);
    expect(titles(all.body.items)).toEqual(['3 attestations come due']);
    expect(titles(ofSearch.body.items)).toEqual(['An attestation comes due']);
    expect(titles(ofCheckout.body.items)).toEqual(['2 attestations come due']);
    expect(strange.status).toBe(404);
    expect(strange.body.error.message).toContain('is not a known group');
  });

  it('tells of no service that the caller may not read', async () => {
    const { ask } = await setUp({ hidden: ['pay'] });

    const { body } = await ask('/organisation/coming');

    expect(titles(body.items)).toEqual(['2 attestations come due']);
    expect(JSON.stringify(body)).not.toContain('Pay');
  });

  it('needs the permission to read scorecards', async () => {
    const { ask, askAsNobody } = await setUp({
      deniedTo: { 'user:default/eve': [scorecardReadPermission.name] },
    });

    const path = '/organisation/coming';
    expect((await ask(path, 'user:default/eve')).status).toBe(403);
    expect((await askAsNobody(path)).status).toBe(401);
  });

  it('does not look through all services for each who asks', async () => {
    const { ask, knex } = await setUp();
    await ask('/organisation/coming');
    const statements = countStatements(knex);

    await ask('/organisation/coming');

    // The policy in force, exemptions and campaigns.
    expect(statements.all).toBeLessThanOrEqual(5);
  });
});
