import { TestDatabases } from '@backstage/backend-test-utils';
import { RecordEvent } from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';
import { countRecordsPerDay } from './countRecordsPerDay';
import { readCollectedKinds } from './readCollectedKinds';
import { readRecords } from './readRecords';
import { readRecordsAsOf } from './readRecordsAsOf';
import { readSourceKinds } from './readSourceKinds';
import { clear, countStatements, migrate } from './__testUtils__/testDatabase';
import { deployment, incident } from './__testUtils__/testEvents';
import { writeRecordEvents } from './writeRecordEvents';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const day = (text: string) => Date.parse(`${text}Z`);

describe.each(databases.eachSupportedId())('reading records on %s', id => {
  let knex: Knex;
  beforeAll(async () => {
    knex = await databases.init(id);
    await migrate(knex);
  });
  beforeEach(() => clear(knex));

  const write = (events: RecordEvent[]) =>
    knex.transaction(trx =>
      writeRecordEvents(trx, { events, deliveryId: 'd', receivedAt: 1 }),
    );
  const ids = (records: { id: string }[]) => records.map(({ id: of }) => of);
  const run = (record: string, from: number, to?: number) => [
    incident({ record, at: from, state: 'triggered' }),
    ...(to ? [incident({ record, at: to, state: 'resolved' })] : []),
  ];

  it('gives what began, ended or goes on in the time asked for, oldest first', async () => {
    await write([
      ...run('over', 10, 90),
      ...run('ended within', 20, 100),
      ...run('goes on', 30),
      ...run('begun within', 100, 110),
      ...run('begun at the end', 200),
    ]);

    const records = await readRecords(knex, {
      subjects: ['a', 'unknown'],
      from: 100,
      to: 200,
    });

    expect(ids(records)).toEqual(['ended within', 'goes on', 'begun within']);
  });

  it('narrows by kind and keeps the oldest under a limit', async () => {
    await write([
      deployment({ record: 'd1', at: 1, state: 'pending' }),
      deployment({ record: 'd2', at: 2, state: 'pending' }),
      incident({ record: 'i1', at: 1, state: 'triggered' }),
    ]);
    const query = { subjects: ['a'], from: 0, to: 9 };

    const deployments = await readRecords(knex, {
      ...query,
      kinds: ['deployment'],
      limit: 1,
    });

    expect(ids(deployments)).toEqual(['d1']);
    expect(ids(await readRecords(knex, query))).toEqual(['d1', 'i1', 'd2']);
  });

  it('gives the past as it was', async () => {
    await write([
      ...run('moved away', 10, 300),
      ...run('came later', 250),
      ...run('over', 10, 50),
      ...run('resolved since', 120, 300),
      incident({
        record: 'moved away',
        subject: 'b',
        at: 280,
        state: 'updated',
      }),
    ]);

    const past = await readRecordsAsOf(knex, {
      subjects: ['a'],
      from: 100,
      at: 200,
    });

    expect(past).toMatchObject([
      { id: 'moved away', subject: 'a', state: 'triggered' },
      { id: 'resolved since', state: 'triggered' },
    ]);
    expect(past.map(({ endedAt }) => endedAt)).toEqual([undefined, undefined]);
  });

  it.each([
    { at: 199, gives: 'open' },
    { at: 200, gives: 'fixed' },
  ])(
    'has a finding $gives at $at that the report of 200 names no more',
    async ({ at, gives }) => {
      const scan = { subject: 'a', series: 's' };
      const report = (reported: number): RecordEvent => ({
        ...scan,
        kind: 'report',
        record: `report:${reported}`,
        state: 'uploaded',
        format: 'sarif',
        at: reported,
      });
      await write([
        report(150),
        { ...scan, kind: 'finding', record: 'f', state: 'open', at: 150 },
        report(200),
      ]);

      const past = await readRecordsAsOf(knex, {
        subjects: ['a'],
        from: 100,
        at,
      });

      expect(past.find(one => one.id === 'f')).toMatchObject({ state: gives });
    },
  );

  it('knows which kinds there are, by subject and over all', async () => {
    await write([
      deployment({ at: 1, state: 'pending' }),
      incident({ at: 1, state: 'triggered' }),
      incident({ record: 'i', subject: 'b', at: 1, state: 'triggered' }),
    ]);

    expect(
      await readCollectedKinds(knex, { subjects: ['a', 'b', 'c'] }),
    ).toEqual(
      new Map([
        ['a', ['deployment', 'incident']],
        ['b', ['incident']],
      ]),
    );
    expect(await readSourceKinds(knex)).toEqual(['deployment', 'incident']);
  });

  it('counts by the UTC day', async () => {
    await write([
      deployment({
        record: 'd1',
        at: day('2026-11-22T23:59:59.999'),
        state: 'pending',
      }),
      deployment({
        record: 'd2',
        at: day('2026-11-23T00:00'),
        state: 'pending',
      }),
      deployment({
        record: 'd3',
        subject: 'b',
        at: day('2026-11-23T12:00'),
        state: 'pending',
      }),
    ]);

    const counts = await countRecordsPerDay(knex, {
      subjects: ['a', 'b'],
      kinds: ['deployment'],
      from: 0,
      to: day('2027-01-01T00:00'),
    });

    expect(counts).toEqual([
      { day: '2026-11-22', kind: 'deployment', count: 1 },
      { day: '2026-11-23', kind: 'deployment', count: 2 },
    ]);
  });

  it('takes no more statements for many subjects', async () => {
    const subjects = Array.from({ length: 500 }, (_, n) => `s${n}`);

    const statements = await countStatements(knex, async () => {
      await readRecords(knex, { subjects, from: 0, to: 9 });
      await readCollectedKinds(knex, { subjects });
      await readRecordsAsOf(knex, { subjects, from: 0, at: 9 });
    });

    expect(statements).toBe(3);
  });
});
