import { Knex } from 'knex';
import {
  OwnerChange,
  OwnerOrigin,
} from 'backstage-plugin-accountability-common';
import { writeChangePoints } from './writeChangePoints';

/**
 * Takes in owner changes, in any order and as often as they come. Gives the
 * services whose spans are different now; a change of a service that the
 * catalog does not know is kept until it does. Call it in a transaction.
 */
export async function writeOwnerChanges(
  trx: Knex,
  options: { changes: readonly OwnerChange[]; origin: OwnerOrigin },
): Promise<{ entityRefs: string[] }> {
  const entityRefs = await writeChangePoints(
    trx,
    options.changes.map(change => ({
      entityRef: change.entityRef.toLowerCase(),
      at: change.at,
      owner: change.owner.toLowerCase(),
      origin: options.origin,
    })),
  );
  return { entityRefs };
}
