import {
  ReferenceHealth,
  ReferenceId,
} from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';
import { readOptionalInstant } from '../../database/instants';
import { ReferenceListRow } from '../../database/tables';
import { listNames } from './ReferenceList';

type Row = Pick<
  ReferenceListRow,
  'status' | 'because' | 'entries' | 'as_of' | 'loaded_at'
>;

/** How every list is doing, in one statement; `on` names what is configured. */
export async function readListStates(
  knex: Knex,
  { on }: { on: readonly ReferenceId[] },
): Promise<ReferenceHealth[]> {
  const rows: (Row & { name: string })[] = await knex('reference_lists').select(
    'name',
    'status',
    'because',
    'entries',
    'as_of',
    'loaded_at',
  );
  return listNames.map(name => {
    // One that is not configured any more is there until the next run.
    if (!on.includes(name)) return { id: name, state: 'off' };
    const row = rows.find(one => one.name === name);
    return row ? { id: name, ...stateOf(row) } : { id: name, state: 'waiting' };
  });
}

function stateOf(row: Row): Omit<ReferenceHealth, 'id'> {
  const loadedAt = readOptionalInstant(row.loaded_at);
  const asOf = readOptionalInstant(row.as_of);
  const states = { read: 'good', fault: 'failing' } as const;
  return {
    state:
      row.status === 'read' || row.status === 'fault'
        ? states[row.status]
        : 'waiting',
    ...(loadedAt !== undefined && { entries: row.entries, loadedAt }),
    ...(asOf !== undefined && { asOf }),
    ...(row.because !== null && { because: row.because }),
  };
}
