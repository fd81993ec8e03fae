import { Knex } from 'knex';
import { ServiceRow } from '../database/tables';

/** Digests of all services as the catalog has them, by ref, in one statement. */
export async function readServiceDigests(
  knex: Knex,
): Promise<Map<string, string>> {
  const rows: Pick<ServiceRow, 'entity_ref' | 'digest'>[] =
    await knex<ServiceRow>('services')
      .whereNull('removed_at')
      .select('entity_ref', 'digest');
  return new Map(rows.map(row => [row.entity_ref, row.digest]));
}
