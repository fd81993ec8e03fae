import { TestDatabases } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { insertRows } from './insertRows';
import { updateRows } from './updateRows';

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const at = new Date('2026-11-30T10:00:00Z');
/** Longer than what is put into JSON, with all that JSON, SQL and arrays escape. */
const long = (name: string) => `${name} "\\n", ''$1?:{},é😀\n`.repeat(100);

async function tableOf(knex: Knex): Promise<void> {
  await knex.schema.createTable('notes', table => {
    table.text('id').primary();
    table.text('title');
    table.text('body');
    table.text('more');
    table.boolean('open');
    table.timestamp('at', { useTz: true });
    table.increments('place', { primaryKey: false });
  });
}

describe.each(databases.eachSupportedId())('rows given to %s', id => {
  it.each<[string, (name: string) => string | null]>([
    ['short texts', name => name],
    ['texts that have to be escaped', name => `${name} "\\n" ''?{}é\n`],
    ['long texts', long],
    ['nothing', () => null],
    ['long texts and nothing', name => (name === 'b' ? null : long(name))],
    ['long texts and short ones', name => (name === 'b' ? 'b?' : long(name))],
  ])('come to be as they were with %s, and are changed so', async (_, text) => {
    const knex = await databases.init(id);
    await tableOf(knex);
    const rows = ['a', 'b', 'c'].map(name => ({
      id: name,
      title: `Title of ${name}?`,
      body: text(name),
      more: text(name),
      open: name === 'b',
      at,
    }));
    await insertRows(knex, { table: 'notes', key: ['id'] }, rows);

    const changed = rows.slice(1).map(row => ({
      id: row.id,
      body: text(`${row.id}2`),
    }));
    await updateRows(knex, { table: 'notes', key: ['id'] }, changed);

    const stored = await knex('notes').orderBy('id');
    expect(
      stored.map(({ place: _place, open, at: then, ...row }) => ({
        ...row,
        open: Boolean(open),
        at: new Date(then),
      })),
    ).toEqual([
      rows[0],
      ...rows.slice(1).map((row, i) => ({ ...row, body: changed[i].body })),
    ]);
  });

  it('go in in their order, however long they are', async () => {
    const knex = await databases.init(id);
    await tableOf(knex);
    const rows = Array.from({ length: 300 }, (_, i) => ({
      id: `n${(i * 7919) % 300}`,
      body: long(`n${i}`),
    }));

    await insertRows(knex, { table: 'notes' }, rows);

    expect(
      await knex('notes')
        .orderBy(id === 'SQLITE_3' ? 'rowid' : 'place')
        .pluck('id'),
    ).toEqual(rows.map(row => row.id));
  });
});
