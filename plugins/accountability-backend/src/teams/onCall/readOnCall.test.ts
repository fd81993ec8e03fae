import { TestDatabases } from '@backstage/backend-test-utils';
import { OnCallWeek } from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';
import { countStatements } from '../../database/__testUtils__/testCatalog';
import { insertRows } from '../../database/insertRows';
import { writeInstant } from '../../database/instants';
import { readGroupTree } from '../../ownership';
import {
  addRecords,
  ago,
  incident,
  now,
  ref,
  startTeam,
  team,
} from '../__testUtils__/startTeam';
import { readOnCall } from './readOnCall';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
/** In UTC; Berlin is an hour ahead. */
const at = (day: number, hour: number) => Date.UTC(2026, 10, day, hour);
const services = [
  { name: 'pay' },
  { name: 'fraud', owner: 'risk' },
  { name: 'index', owner: 'search' },
];
const sums = (weeks: readonly OnCallWeek[]) =>
  weeks.map(({ working, evening, night }) => [working, evening, night]);
const none = [0, 0, 0];

describe.each(databases.eachSupportedId())('on-call load on %s', id => {
  async function setUp(
    records: Parameters<typeof addRecords>[1],
    given = services,
  ) {
    const knex = await startTeam(await databases.init(id), given);
    await addRecords(knex, records);
    return { knex, read: (visible?: string[]) => read(knex, visible) };
  }

  it('is counted by week and part of the week, by the clock of who owned the service then', async () => {
    const { read: load } = await setUp([
      // Sunday 23:30 UTC is Monday 00:30 in Berlin: this week, at night.
      incident('early', { at: at(22, 23) + 1_800_000 }),
      incident('noon', { at: at(17, 12) }),
      incident('late', { at: at(17, 17) }),
      incident('saturday', { at: at(21, 12) }),
      // Risk names no zone, so that 17:00 in UTC is 17:00.
      incident('fraud', { at: at(17, 17), service: 'fraud' }),
      incident('other', { at: at(17, 12), service: 'index' }),
      incident('old', { at: ago(60) }),
    ]);

    const { status, zone, weeks, limit } = await load();

    expect({ status, zone, limit }).toEqual({
      ...{ status: 'known', zone: 'Europe/Berlin' },
      limit: { perWeek: 14, fact: 'observability.pages_per_week' },
    });
    expect(new Date(weeks[7].from).toISOString()).toBe(
      '2026-11-22T23:00:00.000Z',
    );
    expect(sums(weeks)).toEqual([
      ...[none, none, none, none, none, none],
      [2, 1, 1],
      [0, 0, 1],
    ]);
  });

  it('is of incidents that called somebody, each once', async () => {
    const { read: load } = await setUp([
      incident('called', { at: at(17, 12), step: 'escalated' }),
      incident('taken', { at: at(17, 12), step: 'acknowledged' }),
      incident('part', { at: at(17, 12), mergedInto: 'called' }),
      incident('untold', { at: at(17, 12), rota: null }),
    ]);

    const { weeks, because } = await load();

    expect(sums(weeks)[6]).toEqual([1, 0, 0]);
    expect(because).toContain('2 of 3 tell whether somebody was');
  });

  it('is told by rota, and that of other teams is not ours', async () => {
    const { read: load } = await setUp([
      incident('a', { at: at(17, 12), rota: 'pd:P2' }),
      incident('b', { at: at(18, 12), rota: 'pd:P2' }),
      incident('c', { at: at(18, 12), rota: 'pd:unknown' }),
      incident('d', { at: at(18, 12), rota: 'pd:P9' }),
    ]);

    const { rotas, elsewhere } = await load();

    expect(rotas.map(({ weeks, ...one }) => [one, sums(weeks)[6][0]])).toEqual([
      [{ rota: 'pd:P2', group: { groupRef: team('risk'), title: 'Risk' } }, 2],
      [{ rota: 'pd:unknown' }, 1],
    ]);
    expect(elsewhere).toBe(1);
  });

  it('stays with the team that owned the service then', async () => {
    const { knex, read: load } = await setUp([
      incident('before', { at: at(10, 12), service: 'index' }),
      incident('after', { at: at(17, 12), service: 'index' }),
    ]);
    await knex('owner_spans')
      .where({ entity_ref: ref('index') })
      .update({ valid_to: writeInstant(at(14, 0)), owner_ref: team('core') });
    await insertRows(knex, { table: 'owner_spans' }, [
      {
        ...{ entity_ref: ref('index'), valid_from: writeInstant(at(14, 0)) },
        ...{ owner_ref: team('search'), origin: 'catalog' },
      },
    ]);

    expect(sums((await load()).weeks).slice(5)).toEqual([
      [1, 0, 0],
      none,
      none,
    ]);
  });

  it('is unknown, and says what would make it known, where no source tells', async () => {
    const { read: load } = await setUp([
      incident('untold', { at: at(17, 12), rota: null }),
    ]);

    const { status, weeks, because } = await load();

    expect({ status, weeks }).toEqual({ status: 'unknown', weeks: [] });
    expect(because).toContain('connect a source that tells of pages');
  });

  it('tells of no service that the caller may not read', async () => {
    const { read: load } = await setUp([
      incident('a', { at: at(17, 12), rota: 'pd:P1' }),
    ]);

    expect(await load([ref('fraud')])).toMatchObject({
      ...{ status: 'unknown', rotas: [], services: { known: 0, total: 1 } },
    });
  });

  it('takes as many statements for 200 services as for 2', async () => {
    const counted: number[] = [];
    for (const size of [2, 200]) {
      const many = Array.from({ length: size }, (_, i) => ({ name: `s${i}` }));
      const { knex } = await setUp(
        many.map(({ name }) =>
          incident(name, { at: at(17, 12), service: name }),
        ),
        many,
      );
      const statements = countStatements(knex);
      const { weeks } = await read(knex);
      counted.push(statements.all);
      expect(weeks[6].working).toBe(size);
    }

    expect(counted).toEqual([8, 8]);
  });
});

async function read(knex: Knex, visible?: string[]) {
  const tree = await readGroupTree(knex, { groupRef: team('core') });
  return readOnCall(knex, { tree, visible, now });
}
