import { TestDatabases } from '@backstage/backend-test-utils';
import {
  decisionReadPermission,
  DueItem,
  scorecardReadPermission,
} from 'backstage-plugin-accountability-common';
import { insertRows } from '../../database/insertRows';
import { writeInstant } from '../../database/instants';
import {
  checkout,
  DAY,
  GivenScored,
  ref,
  search,
  startScored,
} from '../scorecards/__testUtils__/startScored';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const of = (part: string) => `/teams/group/default/checkout/${part}`;
const services: GivenScored['services'] = [
  { name: 'pay', results: { scan: 'fail', tests: 'fail' } },
  { name: 'index', owner: search, results: { scan: 'fail' } },
];

describe.each(databases.eachSupportedId())(
  'what a team has to do on %s',
  id => {
    const setUp = async (given: Partial<GivenScored> = {}) => {
      const started = await startScored(await databases.init(id), {
        services,
        ...given,
      });
      const { knex, tell } = started;
      await insertRows(knex, { table: 'gate_decisions' }, [
        {
          ...{ id: 'd1', entity_ref: ref('pay'), gate: 'production' },
          ...{ at: writeInstant(Date.now() - DAY), point: 'deploy' },
          ...{ outcome: 'deny', broken_glass: true },
          document: JSON.stringify({
            ...{
              gate: 'production',
              title: 'Production',
              at: Date.now() - DAY,
            },
            entityRef: ref('pay'),
            breakGlass: { reason: 'The disk was full' },
          }),
        },
      ]);
      const { body } = await tell('/campaigns', {
        title: 'Scan everything',
        checks: [{ scorecard: 'ready', check: 'scan' }],
        targetAt: new Date(Date.now() + 30 * DAY).toISOString(),
      });
      await tell(`/campaigns/${body.campaign.id}/state`, { state: 'active' });
      return started;
    };

    it('is one list by date', async () => {
      const { ask } = await setUp();

      const { status, body } = await ask(of('due'));

      expect(status).toBe(200);
      expect(body).toMatchObject({
        team: { groupRef: checkout, title: 'checkout' },
        ...{ total: 2, overdue: 0, leftOut: [] },
        items: [
          { kind: 'break-glass', service: { entityRef: ref('pay') } },
          {
            ...{ kind: 'campaign', title: 'Scan everything' },
            todo: 'Bring 1 result to pass, of 1 of 1 services: about 2 days of work',
          },
        ],
      });
    });

    it('leaves out decisions, and says so, for who may not read them', async () => {
      const { ask } = await setUp({
        deniedTo: { 'user:default/eve': [decisionReadPermission.name] },
      });

      const { body } = await ask(of('due'), 'user:default/eve');

      expect(body.items.map(({ kind }: DueItem) => kind)).toEqual(['campaign']);
      expect(body.leftOut).toEqual([
        {
          kind: 'break-glass',
          because: expect.stringContaining(decisionReadPermission.name),
        },
      ]);
    });

    it('tells of no service that the caller may not read', async () => {
      const { ask } = await setUp({ hidden: ['pay'] });

      const due = await ask(of('due'));
      const onCall = await ask(of('on-call'));

      expect(due.body.items).toEqual([]);
      expect(onCall.body.services).toEqual({ known: 0, total: 0 });
      expect(JSON.stringify([due.body, onCall.body])).not.toContain('pay');
    });

    it('comes page by page, none twice', async () => {
      const many = Array.from({ length: 120 }, (_, i) => ({
        name: `s${i}`,
        results: {},
      }));
      const { ask, knex } = await setUp({ services: many });
      await knex('owner_spans').update({
        valid_from: writeInstant(Date.now() - 300 * DAY),
      });

      const first = await ask(of('due'));
      const second = await ask(`${of('due')}?cursor=${first.body.nextCursor}`);
      const foreign = await ask(`${of('due')}?cursor=abc`);

      const ids = [...first.body.items, ...second.body.items].map(
        ({ id: item }: DueItem) => item,
      );
      expect(first.body).toMatchObject({ total: 120, overdue: 120 });
      expect(new Set(ids).size).toBe(120);
      expect(second.body.nextCursor).toBeUndefined();
      expect(foreign.status).toBe(400);
    });

    it('is unknown, and not zero, where nothing tells of pages', async () => {
      const { ask } = await setUp();

      const { body } = await ask(of('on-call'));

      expect(body).toMatchObject({
        ...{ status: 'unknown', weeks: [], services: { known: 0, total: 1 } },
        limit: { perWeek: 14 },
      });
    });

    it('is of groups that the caller may read, with the permission to read scorecards', async () => {
      const { ask, askAsNobody } = await setUp({
        deniedTo: { 'user:default/eve': [scorecardReadPermission.name] },
      });

      for (const part of ['due', 'on-call']) {
        expect((await ask(of(part), 'user:default/eve')).status).toBe(403);
        expect((await askAsNobody(of(part))).status).toBe(401);
        const strange = await ask(`/teams/component/default/pay/${part}`);
        expect(strange.status).toBe(404);
        expect(strange.body.error.message).toContain('is not a known group');
      }
    });
  },
);
