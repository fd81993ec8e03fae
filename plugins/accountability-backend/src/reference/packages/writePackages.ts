import { Knex } from 'knex';
import { readOptionalInstant, writeInstant } from '../../database/instants';
import { insertRows } from '../../database/insertRows';
import { PackageRow } from '../../database/tables';
import { whereAny } from '../../database/whereAny';
import { lockPackages } from './lockPackages';

/** How long a history stands that no source says any more. */
const KEPT_MS = 30 * 24 * 3_600_000;

type Known = Pick<PackageRow, 'package' | 'due_at' | 'asked'>;

/**
 * Brings the list of packages in line with what is to be asked for. Those that
 * no bill names any more are asked for no longer, all are asked for again where
 * the sources are others, and what nobody confirmed for 30 days is known no
 * longer.
 */
export async function writePackages(
  knex: Knex,
  listed: ReadonlySet<string>,
  { asked, now }: { asked: string; now: number },
): Promise<void> {
  await knex.transaction(async trx => {
    await lockPackages(trx);
    const before: Known[] = await trx('packages').select(
      'package',
      'due_at',
      'asked',
    );
    const known = new Map(before.map(row => [row.package, row]));
    const added = [...listed].filter(name => !known.has(name)).sort();
    await insertRows(
      trx,
      { table: 'packages', key: ['package'], onConflict: 'nothing' },
      added.map(name => ({
        package: name,
        is_untold: false,
        faults: 0,
        due_at: writeInstant(now),
      })),
    );
    const isDue = ({ due_at: due }: Known) =>
      readOptionalInstant(due) !== undefined;
    await setDue(trx, {
      names: before
        .filter(
          row =>
            listed.has(row.package) &&
            (!isDue(row) || (row.asked !== null && row.asked !== asked)),
        )
        .map(row => row.package),
      due: writeInstant(now),
    });
    await setDue(trx, {
      names: before
        .filter(row => !listed.has(row.package) && isDue(row))
        .map(row => row.package),
      due: null,
    });
    await forget(trx, now);
  });
}

async function setDue(
  trx: Knex,
  { names, due }: { names: readonly string[]; due: Date | null },
): Promise<void> {
  if (names.length === 0) return;
  await whereAny(trx('packages'), 'package', names).update({ due_at: due });
}

async function forget(trx: Knex, now: number): Promise<void> {
  await trx('packages')
    .whereNotNull('history')
    .where('read_at', '<', writeInstant(now - KEPT_MS))
    .update({
      history: null,
      digest: null,
      etag: null,
      source: null,
      is_untold: true,
    });
  await trx('packages')
    .whereNull('due_at')
    .whereNull('history')
    .where({ is_untold: false })
    .delete();
}
