import { TestDatabases } from '@backstage/backend-test-utils';
import { RecordEvent } from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';
import { insertRows } from '../../database/insertRows';
import { countStatements, migrate } from '../__testUtils__/testDatabase';
import { writeRecordEvents } from '../writeRecordEvents';
import { listDirectPurls } from './listDirectPurls';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const now = Date.UTC(2026, 10, 23, 12);
const HOUR = 3_600_000;

const bill = (
  subject: string,
  given: { purls: string[]; hoursAgo?: number; defaultBranch?: boolean },
): RecordEvent => {
  const { purls, hoursAgo = 1, defaultBranch = true } = given;
  return {
    kind: 'report',
    record: `bill:${subject}:${hoursAgo}:${defaultBranch}`,
    subject,
    at: now - hoursAgo * HOUR,
    state: 'uploaded',
    format: 'cyclonedx',
    series: 'bom',
    defaultBranch,
    tellsDirect: true,
    components: [
      ...purls.map(purl => ({ purl, direct: true as const })),
      { purl: 'pkg:npm/deep@1.0.0' },
    ],
  };
};

describe.each(databases.eachSupportedId())('direct packages on %s', id => {
  async function setUp(events: RecordEvent[], subjects: string[]) {
    const knex = await databases.init(id);
    await migrate(knex);
    await insertRows(
      knex,
      { table: 'subject_keys' },
      subjects.map(subject => ({ entity_ref: 'a', subject, origin: 'test' })),
    );
    await knex.transaction(trx =>
      writeRecordEvents(trx, { deliveryId: 'd1', receivedAt: now, events }),
    );
    return knex;
  }
  async function listAll(knex: Knex) {
    const found = [];
    for await (const part of listDirectPurls(knex, { now })) {
      found.push(...part);
    }
    return found;
  }

  it('are those of the newest bill of the default branch of each subject of a service', async () => {
    const knex = await setUp(
      [
        bill('a', { purls: ['pkg:npm/old@1.0.0'], hoursAgo: 2 }),
        bill('a', { purls: ['pkg:npm/new@1.0.0', 'pkg:npm/it%27s@1.0.0'] }),
        bill('a', { purls: ['pkg:npm/branch@1.0.0'], defaultBranch: false }),
        bill('b', { purls: [] }),
        bill('nobodys', { purls: ['pkg:npm/theirs@1.0.0'] }),
      ],
      ['a', 'b'],
    );

    expect(await listAll(knex)).toEqual(
      expect.arrayContaining([
        {
          subject: 'a',
          purls: ['pkg:npm/it%27s@1.0.0', 'pkg:npm/new@1.0.0'],
        },
        { subject: 'b', purls: [] },
      ]),
    );
    expect(await listAll(knex)).toHaveLength(2);
  });

  it('are listed in parts of 500 subjects and 50 bills', async () => {
    const subjects = Array.from({ length: 501 }, (_, i) => `s${i}`);
    const knex = await setUp(
      subjects.map(one => bill(one, { purls: [`pkg:npm/${one}@1.0.0`] })),
      subjects,
    );
    const found: string[] = [];

    const statements = await countStatements(knex, async () => {
      found.push(...(await listAll(knex)).map(({ subject }) => subject));
    });

    expect(found.sort()).toEqual([...subjects].sort());
    // Twice the subjects and their bills, and eleven parts of those.
    expect(statements).toBe(15);
  });
});
