import { TestDatabases } from '@backstage/backend-test-utils';
import { RecordEvent } from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';
import {
  clear,
  countStatements,
  migrate,
  readTables,
} from '../__testUtils__/testDatabase';
import { pruneRecords } from '../pruneRecords';
import { readRecordsById } from '../readRecordsById';
import { replaceDeliveryEvents } from '../replaceDeliveryEvents';
import { writeRecordEvents } from '../writeRecordEvents';
import { pruneBills } from './pruneBills';
import { BillsQuery, readBills } from './readBills';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const day = 24 * 60 * 60 * 1000;

type ReportEvent = Extract<RecordEvent, { kind: 'report' }>;

/** A bill that is uploaded on a day; of commit and record by its name. */
const report = (
  name: string,
  given: Partial<ReportEvent> & { day?: number } = {},
): ReportEvent => {
  const { day: on = 1, ...rest } = given;
  return {
    kind: 'report',
    record: `report:${name}`,
    subject: 'a',
    state: 'uploaded',
    format: 'cyclonedx',
    tool: 'syft',
    sha: `${name}0000000`.slice(0, 12),
    at: on * day,
    components: [
      { purl: 'pkg:npm/b@1', direct: true },
      { purl: `pkg:npm/a@${name}` },
    ],
    tellsDirect: true,
    ...rest,
  };
};

describe.each(databases.eachSupportedId())('bills on %s', id => {
  let knex: Knex;
  beforeAll(async () => {
    knex = await databases.init(id);
    await migrate(knex);
  });
  beforeEach(() => clear(knex));

  const write = (events: RecordEvent[], deliveryId = 'd', receivedAt = 1) =>
    knex.transaction(trx =>
      writeRecordEvents(trx, { events, deliveryId, receivedAt }),
    );
  const replace = (events: RecordEvent[], deliveryId = 'd', receivedAt = 1) =>
    knex.transaction(trx =>
      replaceDeliveryEvents(trx, [{ events, deliveryId, receivedAt }]),
    );
  const read = async (asked: Partial<BillsQuery> = {}) => {
    const query = { subjects: ['a'], shas: [], to: 99 * day, ...asked };
    const bills = await readBills(knex, query);
    return [...bills.values()].flatMap(list =>
      list.map(bill => bill.report.id.replace('report:', '')),
    );
  };

  it('keeps the components of reports apart from them, and gives them back', async () => {
    await write([report('x')]);

    const [stored] = await knex('record_events').pluck('event');
    expect(stored).not.toContain('pkg:');
    const [record] = await readRecordsById(knex, { ids: ['report:x'] });
    expect(record).toMatchObject({
      bill: expect.stringMatching(/^[0-9a-f]{64}$/),
      tellsDirect: true,
    });
    const bills = await readBills(knex, {
      subjects: ['a'],
      shas: [],
      to: 2 * day,
    });
    expect(bills.get('a')).toEqual([
      {
        report: record,
        components: [
          { purl: 'pkg:npm/b@1', direct: true },
          { purl: 'pkg:npm/a@x' },
        ],
      },
    ]);
  });

  it('keeps a list once, whoever has it and in whatever order it comes', async () => {
    const { components = [] } = report('x');

    await write([
      report('x'),
      report('y', { components: [...components].reverse(), subject: 'b' }),
      report('z', { components: [...components, ...components] }),
    ]);

    expect(await knex('bills').select('digest')).toHaveLength(1);
    expect(await knex('bill_reports').pluck('record_id')).toHaveLength(3);
  });

  it.each([
    {
      given: 'a digest alone',
      sent: { components: undefined, bill: 'made-up' },
    },
    { given: 'no component', sent: { components: [], bill: 'made-up' } },
  ])('takes no digest of a sender that sends $given', async ({ sent }) => {
    await write([report('x')]);
    const [digest] = await knex('bills').pluck('digest');

    await write([report('y', { ...sent, bill: digest, sha: 'y' })]);

    const [record] = await readRecordsById(knex, { ids: ['report:y'] });
    expect(record).toHaveProperty('id', 'report:y');
    expect(record).not.toHaveProperty('bill');
    expect(await read({ shas: ['y'] })).toEqual(['x']);
  });

  it('changes nothing when the same is written or replayed again', async () => {
    const events = [report('x'), report('y', { day: 2 })];
    await write(events);
    const before = await readTables(knex);

    const again = await write(events, 'other', 5);
    const replaced = await replace(events);

    expect(again.subjects).toEqual([]);
    expect(replaced).toMatchObject({ added: 0, removed: 0, subjects: [] });
    expect(await readTables(knex)).toEqual(before);
  });

  it('follows what a delivery says now', async () => {
    await write([report('x'), report('y', { day: 2 })]);

    await replace([report('x', { components: [{ purl: 'pkg:npm/c@1' }] })]);

    const bills = await readBills(knex, {
      subjects: ['a'],
      shas: [],
      to: 9 * day,
    });
    expect(bills.get('a')).toMatchObject([
      { report: { id: 'report:x' }, components: [{ purl: 'pkg:npm/c@1' }] },
    ]);
    await replace([report('x', { components: undefined })]);
    expect(await knex('bill_reports').select()).toEqual([]);
  });

  it('moves with its record to another subject', async () => {
    await write([report('x')]);

    await write([report('x', { subject: 'b', day: 2 })]);

    expect(await read()).toEqual([]);
    expect(await read({ subjects: ['a', 'b'] })).toEqual(['x']);
  });

  const history = [
    report('c1', { day: 1 }),
    report('c2', { day: 2 }),
    report('c3', { day: 2.5 }),
    report('image', { day: 1.5, tool: 'trivy' }),
    report('branch', { day: 4, defaultBranch: false }),
    report('other', { day: 3, subject: 'b' }),
  ];

  it.each<{ given: string; asked: Partial<BillsQuery>; gives: string[] }>([
    { given: 'nothing else', asked: {}, gives: ['c3', 'image'] },
    {
      given: 'an instant of the past',
      asked: { to: 1.9 * day },
      gives: ['image', 'c1'],
    },
    {
      given: 'commits, also cut short and of a branch',
      asked: { shas: ['c100000', 'BRANCH0', 'none'] },
      gives: ['branch', 'c3', 'image', 'c1'],
    },
    {
      given: 'a commit whose bill came later',
      asked: { shas: ['branch0'], to: 3 * day },
      gives: ['c3', 'image'],
    },
    {
      given: 'a commit of another subject',
      asked: { shas: ['other00'] },
      gives: ['c3', 'image'],
    },
    {
      given: 'several subjects',
      asked: { subjects: ['a', 'b', 'nobody'] },
      gives: ['c3', 'image', 'other'],
    },
    {
      given: 'a stretch of time: the last of each day and the newest before',
      asked: { from: 1.2 * day },
      gives: ['c3', 'image', 'c1'],
    },
    {
      given: 'a stretch in which nothing came',
      asked: { from: 10 * day },
      gives: ['c3', 'image'],
    },
    { given: 'no subject', asked: { subjects: [] }, gives: [] },
    { given: 'a time before all', asked: { to: 5 }, gives: [] },
  ])('gives the newest of each series and $given', async ({ asked, gives }) => {
    await write(history);

    expect((await read(asked)).sort()).toEqual([...gives].sort());
  });

  it('gives of one subject no more than fits the memory', async () => {
    const components = [{ purl: 'pkg:npm/a@1' }];
    const series = Array.from({ length: 60 }, (_, index) =>
      report(`s${index}`, { tool: `${index}`, components, subject: 'b' }),
    );
    const daily = Array.from({ length: 520 }, (_, index) =>
      report(`d${index}`, { day: index, components }),
    );

    await write([...series, ...daily]);

    expect(await read({ subjects: ['b'] })).toHaveLength(50);
    const found = await read({ from: 0, to: 999 * day });
    expect(found).toHaveLength(500);
    expect(found[0]).toBe('d519');
  });

  it('reads the bills of many in as many statements as those of one', async () => {
    await write(history);
    const asking = (subjects: string[], from?: number) =>
      countStatements(knex, () => read({ subjects, shas: ['c10000'], from }));

    const counts = [
      await asking(['a']),
      await asking(Array.from({ length: 700 }, (_, index) => `s${index}`)),
      await asking(['a', 'b'], 0),
    ];

    expect(counts).toEqual([2, 2, 2]);
  });

  it('goes with a record that is kept no longer', async () => {
    await write([report('x'), report('y', { day: 50 })]);

    await pruneRecords(knex, { before: 10 * day });

    expect(await knex('bill_reports').pluck('record_id')).toEqual(['report:y']);
  });

  it('prunes what no record has and nobody sent since', async () => {
    await write([report('old')], 'd1', 1 * day);
    await write([report('kept')], 'd2', 1 * day);
    await write([report('late')], 'd3', 1 * day);
    await write([report('late', { sha: 'again' })], 'd4', 9 * day);
    await replace([], 'd1');
    await replace([], 'd3');
    await replace([], 'd4');

    const pruned = await pruneBills(knex, { before: 5 * day });

    expect(pruned).toBe(1);
    expect(await knex('bills').pluck('digest')).toHaveLength(2);
    expect(await pruneBills(knex, { before: 10 * day })).toBe(1);
    expect(await read()).toEqual(['kept']);
  });

  it('is not pruned while it is sent again', async () => {
    await write([report('x')]);
    await replace([]);

    await Promise.all([
      ...[1, 2, 3].map(() => pruneBills(knex, { before: 5 * day })),
      ...['p', 'q', 'r'].map(sha =>
        write([report('x', { record: sha, sha })], sha, 2),
      ),
    ]);

    expect(await knex('bills').pluck('digest')).toHaveLength(1);
    expect((await read({ shas: ['p', 'q', 'r'] })).sort()).toEqual([
      'p',
      'q',
      'r',
    ]);
  });
});
