import { GateDecision } from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';
import { KeptRow, decisionRows } from './decisionRows';
import { readInstant } from '../database/instants';

/** A decision as it was kept, with who went past the gate, and its review. */
export interface KeptDecision {
  decision: GateDecision & { id: string };
  /** Entity ref of who went past the gate, or of the machine that asked. */
  by?: string;
}

/** A decision by its id, in one statement; undefined where there is none. */
export async function readDecision(
  knex: Knex,
  id: string,
): Promise<KeptDecision | undefined> {
  const row = await decisionRows(knex).where('d.id', id).first();
  return row && toKept(row);
}

/** A decision from its row. */
export function toKept(row: KeptRow): KeptDecision {
  const decision: GateDecision = JSON.parse(row.document);
  const { breakGlass } = decision;
  return {
    ...(row.by_ref !== null && { by: row.by_ref }),
    decision: {
      ...decision,
      id: row.id,
      ...(breakGlass && {
        breakGlass: {
          ...breakGlass,
          ...(row.reviewed_at !== null && {
            reviewed: {
              at: readInstant(row.reviewed_at),
              by: row.reviewed_by ?? '',
              ...(row.remarks !== null && { remarks: row.remarks }),
            },
          }),
        },
      }),
    },
  };
}
