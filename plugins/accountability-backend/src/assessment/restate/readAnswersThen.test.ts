import { TestDatabases } from '@backstage/backend-test-utils';
import { migrate } from '../../database/__testUtils__/testCatalog';
import { insertRows } from '../../database/insertRows';
import { writeInstant } from '../../database/instants';
import { askedCheck, policyOf } from '../engines/__testUtils__/askedCheck';
import { readAnswersThen } from './readAnswersThen';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const day = 24 * 60 * 60_000;
const start = Date.parse('2026-11-23T12:00:00Z');
const entity_ref = 'component:default/payments';
const asking = policyOf({ checks: [askedCheck('tagged')] });

describe.each(databases.eachSupportedId())('closed days on %s', id => {
  async function setUp(
    turns: { at: number; from: string; to: string }[],
    status: string,
  ) {
    const knex = await databases.init(id);
    await migrate(knex);
    const row = { entity_ref, scorecard: 'ready', check_id: 'tagged' };
    await insertRows(knex, { table: 'check_results' }, [
      {
        ...row,
        burden: 'ownership',
        status,
        since: writeInstant(start),
      },
    ]);
    await insertRows(
      knex,
      { table: 'transitions' },
      turns.map(({ at, from, to }) => ({
        ...row,
        at: writeInstant(at),
        from_status: from,
        to_status: to,
        because: `It is ${to}.`,
      })),
    );
    const answersAt = await readAnswersThen(knex, entity_ref, [asking]);
    return (at: number) => answersAt?.(at).get('ready/tagged')?.status;
  }

  it('keep what an engine said then', async () => {
    const turns = [
      { at: start, from: 'pass', to: 'warn' },
      { at: start + day, from: 'warn', to: 'unknown' },
      { at: start + 2 * day, from: 'unknown', to: 'exempt' },
      { at: start + 3 * day, from: 'exempt', to: 'not-applicable' },
    ];
    const statusAt = await setUp(turns, 'not-applicable');

    expect(
      [start - 1, start, start + day, start + 2 * day, start + 3 * day].map(
        statusAt,
      ),
    ).toEqual(['pass', 'fail', 'unknown', 'fail', undefined]);
  });

  it('are as it is now where it never turned', async () => {
    const statusAt = await setUp([], 'fail');

    expect(statusAt(start - 90 * day)).toBe('fail');
  });

  it('cost nothing where no policy asks an engine', async () => {
    const knex = await databases.init(id);

    expect(
      await readAnswersThen(knex, entity_ref, [policyOf({ checks: [] })]),
    ).toBeUndefined();
  });
});
