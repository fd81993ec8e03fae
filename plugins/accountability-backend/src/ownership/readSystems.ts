import { Knex } from 'knex';
import { SystemRow } from '../database/tables';

/** Domains of the systems that are in one, by the system's ref, in one statement. */
export async function readSystems(knex: Knex): Promise<Map<string, string>> {
  const rows = await knex<SystemRow>('systems').select();
  return new Map(rows.map(row => [row.system_ref, row.domain_ref]));
}
