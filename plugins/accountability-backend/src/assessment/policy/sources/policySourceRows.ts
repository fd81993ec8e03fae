import { Knex } from 'knex';
import { insertRows } from '../../../database/insertRows';
import { writeInstant } from '../../../database/instants';
import { PolicySourceRow } from '../../../database/tables';
import { whereAny } from '../../../database/whereAny';
import { PolicyLocation } from './PolicyLocation';

/** A crash of who reads an address gives it back after this, milliseconds. */
const LEASE_MS = 120_000;

/** A place that no replica has looked at for so long is forgotten; others may be configured with it while they are replaced. */
const FORGOTTEN_MS = 7 * 24 * 3_600_000;

/** Has a row for each location; those that nobody looks at any more go. */
export async function nameSources(
  knex: Knex,
  { locations, now }: { locations: readonly PolicyLocation[]; now: number },
): Promise<void> {
  await insertRows(
    knex,
    { table: 'policy_sources', key: ['location'], onConflict: 'nothing' },
    locations.map(({ location, type }) => ({
      location,
      type,
      state: 'pending',
      due_at: writeInstant(now),
    })),
  );
  await knex<PolicySourceRow>('policy_sources')
    .whereNotIn(
      'location',
      locations.map(({ location }) => location),
    )
    .where('due_at', '<', writeInstant(now - FORGOTTEN_MS))
    .delete();
}

/** What is known of locations, by location, in one statement. */
export async function readSources(
  knex: Knex,
  locations: readonly PolicyLocation[],
): Promise<Map<string, PolicySourceRow>> {
  const rows: PolicySourceRow[] = await whereAny(
    knex<PolicySourceRow>('policy_sources').select(),
    'location',
    locations.map(({ location }) => location),
  );
  return new Map(rows.map(row => [row.location, row]));
}

/** Takes addresses that are to be read under a lease, in one statement: one replica asks a host. */
export async function claimSources(
  knex: Knex,
  options: { locations: readonly PolicyLocation[]; lease: string; now: number },
): Promise<Map<string, Pick<PolicySourceRow, 'etag' | 'failures'>>> {
  const { lease, now } = options;
  const urls = options.locations.filter(({ type }) => type === 'url');
  if (urls.length === 0) return new Map();
  const query = knex<PolicySourceRow>('policy_sources')
    .where('due_at', '<=', writeInstant(now))
    .where(free =>
      free
        .whereNull('leased_until')
        .orWhere('leased_until', '<=', writeInstant(now)),
    );
  whereAny(
    query,
    'location',
    urls.map(({ location }) => location),
  );
  const rows = await query
    .update({ lease, leased_until: writeInstant(now + LEASE_MS) })
    .returning(['location', 'etag', 'failures']);
  return new Map(rows.map(row => [row.location, row]));
}

/** Writes what became of reading a location; where a lease is named, only while it is held. */
export async function storeSource(
  knex: Knex,
  location: string,
  {
    lease,
    ...row
  }: Partial<
    Omit<PolicySourceRow, 'location' | 'leased_until' | 'read_at' | 'due_at'>
  > & { read_at?: Date; due_at?: Date; lease?: string },
): Promise<void> {
  await knex<PolicySourceRow>('policy_sources')
    .where({ location, ...(lease !== undefined && { lease }) })
    .update({ ...row, lease: null, leased_until: null });
}
