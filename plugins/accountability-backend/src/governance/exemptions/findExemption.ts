import { Exemption } from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';
import { ExemptionRow } from '../../database/tables';
import { toExemption } from './toExemption';

/** One exemption; undefined where there is none of that id. */
export async function findExemption(
  knex: Knex,
  { id }: { id: string },
): Promise<Exemption | undefined> {
  const row = await knex<ExemptionRow>('exemptions').where({ id }).first();
  return row && toExemption(row);
}
