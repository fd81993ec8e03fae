import { FactProvider } from 'backstage-plugin-accountability-node';
import { Knex } from 'knex';
import { writeInstant } from '../database/instants';
import { insertRows } from '../database/insertRows';
import { FactProviderRow } from '../database/tables';

/** Gives every provider a row, due at once where it is new; what those that are gone told stays until it is too old. */
export async function syncProviders(
  knex: Knex,
  providers: readonly FactProvider[],
  now: number,
): Promise<void> {
  const ids = providers.map(({ id }) => id);
  await knex<FactProviderRow>('fact_providers').whereNotIn('id', ids).delete();
  await insertRows(
    knex,
    { table: 'fact_providers', key: ['id'], onConflict: 'nothing' },
    [...ids].sort().map(id => ({
      id,
      faults: 0,
      services: 0,
      due_at: writeInstant(now),
    })),
  );
}
