import { Knex } from 'knex';
import { lockSlots } from '../lockSlots';

/**
 * Lets one transaction at a time change who worked on the code of a subject:
 * whether a push counts depends on another record, which a second writer may be
 * at.
 */
export async function lockAuthorship(
  trx: Knex,
  subjects: readonly string[],
): Promise<void> {
  await lockSlots(trx, { kind: 'accountability.authorship', names: subjects });
}
