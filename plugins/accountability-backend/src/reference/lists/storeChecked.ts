import { Knex } from 'knex';
import { writeInstant } from '../../database/instants';
import { ReferenceListRow } from '../../database/tables';

/** Wait after the first fault; doubled with each in a row, and never longer than between two looks. */
const FIRST_WAIT_MS = 5 * 60_000;

/** What came of a look at a list. */
export interface Checked {
  /** What is wrong, as a sentence; null where nothing is. */
  because: string | null;
  /** Absent where it stays as it was. */
  etag?: string | null;
  /** The list that is in force from now on; absent where that of before is. */
  loaded?: { revision: string; asOf: number; entries: number };
  everyMs: number;
  now: number;
}

/** Stores what became of a claimed list and gives the claim back; false where it was lost, so that nothing of it may be written. */
export async function storeChecked(
  knex: Knex,
  claim: ReferenceListRow,
  { because, etag, loaded, everyMs, now }: Checked,
): Promise<boolean> {
  const faults = because === null ? 0 : claim.faults + 1;
  const wait =
    faults === 0
      ? everyMs
      : Math.min(everyMs, FIRST_WAIT_MS * 2 ** (faults - 1));
  const held = await knex<ReferenceListRow>('reference_lists')
    .where({ name: claim.name, lease: claim.lease })
    .update({
      status: because === null ? 'read' : 'fault',
      because,
      faults,
      checked_at: writeInstant(now),
      due_at: writeInstant(now + wait),
      lease: null,
      leased_until: null,
      ...(etag !== undefined && { etag }),
      ...(loaded && {
        revision: loaded.revision,
        loaded_from: claim.source,
        loaded_at: writeInstant(now),
        as_of: writeInstant(loaded.asOf),
        entries: loaded.entries,
      }),
    });
  return held > 0;
}
