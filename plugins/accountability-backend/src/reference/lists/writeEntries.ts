import { Knex } from 'knex';
import { chunk } from 'lodash';
import { insertRows } from '../../database/insertRows';
import { whereAny } from '../../database/whereAny';
import { EntriesDiff } from './diffEntries';
import { ReferenceList } from './ReferenceList';

const MOST_ROWS = 5000;

/** Writes what a comparison found, in batches; whoever reads sees all of it once the transaction ends. */
export async function writeEntries(
  trx: Knex.Transaction,
  { table, key, value }: Pick<ReferenceList, 'table' | 'key' | 'value'>,
  { changed, gone }: EntriesDiff,
): Promise<void> {
  for (const names of chunk(gone, MOST_ROWS)) {
    await whereAny(trx(table).delete(), key, names);
  }
  let batch: Record<string, string | number>[] = [];
  const write = () => insertRows(trx, { table, key: [key] }, batch);
  for (const [name, said] of changed) {
    batch.push({ [key]: name, [value]: said });
    if (batch.length === MOST_ROWS) {
      await write();
      batch = [];
    }
  }
  await write();
}
