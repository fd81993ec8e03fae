import { Knex } from 'knex';
import { writeInstant } from '../database/instants';
import { insertRows } from '../database/insertRows';
import { CodeownersFileRow } from '../database/tables';
import { whereAny } from '../database/whereAny';
import { FoundRepository } from './findRepository';
import { lockLists } from './lockLists';

type Known = Pick<CodeownersFileRow, 'subject' | 'url' | 'dialect' | 'because'>;

/** A list of repositories, and what belongs to it. */
export interface RepositoryList {
  /** Its columns are those of `codeowners_files`, as far as they are written here. */
  table: string;
  /** Table whose rows of a subject go with it. */
  below: string;
  /** Further columns of a repository whose reading begins anew. */
  anew: Record<string, null | number>;
}

/**
 * Brings a list in line with the repositories: new and moved ones are looked
 * at next, those of no service go. What was read of a moved one stays until
 * then.
 */
export async function writeRepositories(
  knex: Knex,
  repositories: ReadonlyMap<string, FoundRepository>,
  { list, now }: { list: RepositoryList; now: number },
): Promise<void> {
  await knex.transaction(async trx => {
    await lockLists(trx);
    const before: Known[] = await trx(list.table).select(
      'subject',
      'url',
      'dialect',
      'because',
    );
    const known = new Map(before.map(row => [row.subject, row]));
    const changed = [...repositories]
      .filter(([subject, found]) => isOther(known.get(subject), found))
      .sort(([a], [b]) => (a < b ? -1 : 1));
    const gone = [...known.keys()].filter(one => !repositories.has(one));
    for (const table of [list.table, list.below]) {
      await whereAny(trx(table), 'subject', gone).delete();
    }
    const into = { table: list.table, key: ['subject'] } as const;
    const anew = { ...list.anew, lease: null, leased_until: null };
    await insertRows(
      trx,
      into,
      changed.flatMap(([subject, found]) =>
        found.status === 'known'
          ? [{ ...anew, ...toDue(subject, found, now) }]
          : [],
      ),
    );
    await insertRows(
      trx,
      into,
      changed.flatMap(([subject, found]) =>
        found.status === 'unknown'
          ? [{ ...anew, ...toFault(subject, found, now) }]
          : [],
      ),
    );
  });
}

function isOther(row: Known | undefined, found: FoundRepository): boolean {
  if (!row) return true;
  return found.status === 'known'
    ? row.url !== found.url || row.dialect !== found.dialect
    : row.url !== null || row.because !== found.because;
}

function toDue(
  subject: string,
  { url, dialect }: Extract<FoundRepository, { status: 'known' }>,
  now: number,
) {
  return { subject, url, dialect, due_at: writeInstant(now) };
}

function toFault(
  subject: string,
  { because }: Extract<FoundRepository, { status: 'unknown' }>,
  now: number,
) {
  return {
    subject,
    url: null,
    status: 'fault',
    because,
    checked_at: writeInstant(now),
    due_at: null,
  };
}
