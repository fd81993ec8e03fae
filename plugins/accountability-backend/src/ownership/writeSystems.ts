import { Knex } from 'knex';
import { SystemRow } from '../database/tables';
import { CatalogSystem } from './readEntities';
import { replaceWhereDifferent } from './writeGroups';

/** Replaces which systems are in which domain where it is different. */
export async function writeSystems(
  trx: Knex,
  systems: readonly CatalogSystem[],
): Promise<void> {
  const after = systems.map(({ systemRef, domain }) => ({
    system_ref: systemRef,
    domain_ref: domain,
  }));
  const before = await trx<SystemRow>('systems').select();
  await replaceWhereDifferent(trx, 'systems', { before, after });
}
