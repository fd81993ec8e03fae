import { CauseOverrideEntry } from 'backstage-plugin-accountability-common';
import { readInstant } from '../database/instants';
import { CauseOverrideRow } from '../database/tables';

/** A decision as its row has it. */
export function toEntry(row: CauseOverrideRow): CauseOverrideEntry {
  return {
    id: row.id,
    by: row.decided_by,
    at: readInstant(row.decided_at),
    reason: row.reason,
    ...(row.cause_id !== null && { cause: row.cause_id }),
    ...(row.withdrawn_at !== null && {
      withdrawn: {
        by: row.withdrawn_by ?? row.decided_by,
        at: readInstant(row.withdrawn_at),
        reason: row.withdrawn_reason ?? '',
      },
    }),
  };
}
