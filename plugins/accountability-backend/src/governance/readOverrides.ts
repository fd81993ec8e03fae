import { CauseOverrideEntry } from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';
import { CauseOverrideRow } from '../database/tables';
import { whereAny } from '../database/whereAny';
import { toEntry } from './toEntry';

/**
 * All decisions on incidents, newest first, by incident, in one statement
 * however many services the incidents are of. By incident and not by service:
 * a decision outlives the renaming of a service.
 */
export async function readOverrides(
  knex: Knex,
  options: { incidents: readonly string[] },
): Promise<Map<string, CauseOverrideEntry[]>> {
  const overrides = new Map<string, CauseOverrideEntry[]>();
  if (options.incidents.length === 0) return overrides;
  const rows: CauseOverrideRow[] = await whereAny(
    knex<CauseOverrideRow>('cause_overrides')
      .select()
      .orderBy(['incident_id', { column: 'decided_at', order: 'desc' }])
      .orderBy('id', 'desc'),
    'incident_id',
    options.incidents,
  );
  for (const row of rows) {
    const known = overrides.get(row.incident_id);
    if (known) known.push(toEntry(row));
    else overrides.set(row.incident_id, [toEntry(row)]);
  }
  return overrides;
}

/** The decision that was in force at an instant. */
export function overrideInForce(
  entries: readonly CauseOverrideEntry[],
  at: number,
): CauseOverrideEntry | undefined {
  return entries.find(
    entry => entry.at <= at && (!entry.withdrawn || entry.withdrawn.at > at),
  );
}
