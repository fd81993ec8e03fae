import { Knex } from 'knex';
import { insertRows } from '../../database/insertRows';
import { CodeownersHandleRow } from '../../database/tables';
import { whereAny } from '../../database/whereAny';
import { lockLists } from '../lockLists';

/**
 * Brings the names in line with the catalog, and gives the subjects whose file
 * names one that is another's now, or of another size. Call it in a transaction.
 */
export async function writeHandles(
  trx: Knex,
  after: readonly CodeownersHandleRow[],
): Promise<string[]> {
  await lockLists(trx);
  const before = await trx<CodeownersHandleRow>('codeowners_handles').select();
  const was = new Map(before.map(row => [row.handle, row]));
  const is = new Set(after.map(({ handle }) => handle));
  const changed = after
    .filter(row => isOther(was.get(row.handle), row))
    .sort((a, b) => (a.handle < b.handle ? -1 : 1));
  const gone = before
    .map(({ handle }) => handle)
    .filter(handle => !is.has(handle));
  if (changed.length === 0 && gone.length === 0) return [];
  await whereAny(trx('codeowners_handles'), 'handle', gone).delete();
  await insertRows(
    trx,
    { table: 'codeowners_handles', key: ['handle'] },
    changed.map(({ handle, entity_ref, size, rule }) => ({
      handle,
      entity_ref,
      size,
      rule,
    })),
  );
  return whereAny(
    trx('codeowners_owners').distinct('subject').orderBy('subject'),
    'handle',
    [...gone, ...changed.map(({ handle }) => handle)],
  ).pluck('subject');
}

function isOther(
  was: CodeownersHandleRow | undefined,
  row: CodeownersHandleRow,
): boolean {
  return (
    was?.entity_ref !== row.entity_ref ||
    was.size !== row.size ||
    was.rule !== row.rule
  );
}
