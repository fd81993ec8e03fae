import { TestDatabases } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import {
  countStatements,
  migrate,
} from '../database/__testUtils__/testCatalog';
import { insertRows } from '../database/insertRows';
import { writeInstant } from '../database/instants';
import { readFirstStarts } from './readFirstStarts';
import { readIncidentsBegun } from './readIncidentsBegun';
import { readRecordsIn } from './readRecordsIn';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

const row = (subject: string, kind: string, at: number) => ({
  subject,
  record_id: `${subject} ${kind} ${at}`,
  kind,
  started_at: writeInstant(at),
  ended_at: null,
  environment: null,
  record: JSON.stringify({
    kind,
    id: `${subject} ${kind} ${at}`,
    subject,
    startedAt: at,
  }),
});

describe.each(databases.eachSupportedId())('records in time on %s', id => {
  async function setUp() {
    const knex: Knex = await databases.init(id);
    await migrate(knex);
    await insertRows(knex, { table: 'records' }, [
      ...[10, 20, 30, 40].map(at => row('a', 'deployment', at)),
      ...[10, 20].map(at => row('b', 'deployment', at)),
      row('a', 'incident', 20),
      row('b', 'incident', 25),
      row('b', 'alert', 22),
    ]);
    return knex;
  }

  it.each([
    { given: [], gives: [] },
    {
      given: [{ subject: 'a', from: 20, to: 30 }],
      gives: ['a deployment 20', 'a deployment 30'],
    },
    {
      given: [
        { subject: 'a', from: 20, to: 30 },
        { subject: 'a', from: 15, to: 25 },
        { subject: 'a', from: 40, to: 50 },
        { subject: 'b', from: 0, to: 10 },
        { subject: 'c', from: 0, to: 100 },
      ],
      gives: [
        'b deployment 10',
        'a deployment 20',
        'a deployment 30',
        'a deployment 40',
      ],
    },
  ])('gives $gives for $given, each once', async ({ given, gives }) => {
    const knex = await setUp();

    const found = await readRecordsIn(knex, {
      kind: 'deployment',
      ranges: given,
    });

    expect(found.map(record => record.id)).toEqual(gives);
  });

  it('takes one statement for a thousand stretches', async () => {
    const knex = await setUp();
    const statements = countStatements(knex);

    await readRecordsIn(knex, {
      kind: 'deployment',
      ranges: Array.from({ length: 1000 }, (_, i) => {
        return { subject: `s${i}`, from: 0, to: 100 };
      }),
    });

    expect(statements.all).toBe(1);
  });

  it('says when the first of each subject began', async () => {
    const knex = await setUp();
    const first = (except?: string) =>
      readFirstStarts(knex, {
        subjects: ['a', 'b', 'c'],
        kinds: ['alert', 'incident'],
        from: 20,
        to: 25,
        except,
      });

    expect(await first()).toEqual(
      new Map([
        ['a', 20],
        ['b', 22],
      ]),
    );
    expect(await first('a incident 20')).toEqual(new Map([['b', 22]]));
  });

  it('finds the incidents of any subject that began together', async () => {
    const knex = await setUp();

    const begun = await readIncidentsBegun(knex, {
      from: 20,
      to: 25,
      limit: 9,
    });

    expect(begun.map(incident => incident.id)).toEqual([
      'a incident 20',
      'b incident 25',
    ]);
  });
});
