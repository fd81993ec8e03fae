import { Knex } from 'knex';
import { lockLists } from './lockLists';
import { RepositoryList } from './writeRepositories';

/** Forgets what was read of all repositories, which nobody keeps up to date any more. */
export async function forgetRepositories(
  knex: Knex,
  list: Pick<RepositoryList, 'table' | 'below'>,
  /** Called in the same transaction with the subjects of which something was known. */
  onChanged: (trx: Knex.Transaction, subjects: string[]) => Promise<void>,
): Promise<void> {
  await knex.transaction(async trx => {
    await lockLists(trx);
    const subjects: string[] = await trx(list.table)
      .orderBy('subject')
      .pluck('subject');
    if (subjects.length === 0) return;
    await trx(list.below).delete();
    await trx(list.table).delete();
    await onChanged(trx, subjects);
  });
}
