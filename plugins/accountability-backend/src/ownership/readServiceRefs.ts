import { Knex } from 'knex';
import { ServiceRow } from '../database/tables';

/** All services of the catalog, sorted, in one statement. */
export async function readServiceRefs(knex: Knex): Promise<string[]> {
  return knex<ServiceRow>('services')
    .whereNull('removed_at')
    .orderBy('entity_ref')
    .pluck('entity_ref');
}
