import { resolve } from 'path';
import { TestDatabases } from '@backstage/backend-test-utils';
import { ChangeRecord } from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';
import { writeInstant } from '../../database/instants';
import { insertRows } from '../../database/insertRows';
import { migrate } from '../__testUtils__/testDatabase';
import { topicsOfChange } from './topicsOfChange';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const directory = resolve(__dirname, '../../../migrations');
const name = '20261201040000_topics.js';
const at = Date.parse('2026-11-23T12:00:00.123Z');

const provenance = {
  tools: [],
  commits: 1,
  automation: true,
  suggestions: false,
  none: false,
  signedByTool: false,
  evidence: [],
};
const change = (place: number, given: Partial<ChangeRecord> = {}) => ({
  kind: 'change' as const,
  id: `change-${place}`,
  subject: `subject-${place % 3}`,
  state: 'merged' as const,
  startedAt: at,
  endedAt: at + place,
  topics: ['PAY-1', `PAY-${place}`],
  ...given,
});
const changes: ChangeRecord[] = [
  ...Array.from({ length: 1200 }, (_, place) => change(place)),
  change(2001, { state: 'closed' }),
  change(2002, { defaultBranch: false }),
  change(2003, { defaultBranch: true }),
  change(2004, { topics: undefined }),
  change(2005, { provenance }),
  change(2006, { provenance, machineWritten: 'declared' }),
];

async function fill(knex: Knex) {
  const other = { kind: 'change', started_at: writeInstant(at) };
  const rest = { ended_at: null, environment: null };
  await insertRows(knex, { table: 'records' }, [
    ...changes.map(one => ({
      ...other,
      ...rest,
      subject: one.subject,
      record_id: one.id,
      record: JSON.stringify(one),
    })),
    {
      ...other,
      ...rest,
      subject: 'subject-0',
      record_id: 'unreadable',
      record: '{"topics',
    },
  ]);
}

describe.each(databases.eachSupportedId())('topics on %s', id => {
  it('are those of the records there are, however often they go down and up', async () => {
    const knex = await databases.init(id);
    await migrate(knex);
    await knex.migrate.down({ directory, name });
    expect(await knex.schema.hasTable('change_topics')).toBe(false);
    await fill(knex);

    await knex.migrate.up({ directory, name });
    await knex.migrate.down({ directory, name });
    await knex.migrate.up({ directory, name });

    const rows = await knex('change_topics');
    const said = rows.map(row => [
      row.record_id,
      row.topic,
      row.subject,
      new Date(row.merged_at).getTime(),
    ]);
    const expected = changes
      .flatMap(topicsOfChange)
      .map(one => [one.change, one.topic, one.subject, one.at]);
    expect(said.sort()).toEqual(expected.sort());
    expect(said.length).toBeGreaterThan(2000);
  });
});
