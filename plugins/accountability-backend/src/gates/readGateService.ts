import { GateInput } from 'backstage-plugin-accountability-engine';
import { Knex } from 'knex';
import { ServiceRow } from '../database/tables';
import { toSummary } from '../ownership';

/** What a gate knows of a service, in one statement; undefined where it is no service, or none any more. */
export async function readGateService(
  knex: Knex,
  entityRef: string,
): Promise<GateInput['service'] | undefined> {
  const row = await knex<ServiceRow>('services')
    .where({ entity_ref: entityRef.toLowerCase() })
    .whereNull('removed_at')
    .first();
  if (!row) return undefined;
  const { kind, type, lifecycle, owner, system } = toSummary(row);
  return {
    entityRef: row.entity_ref,
    kind,
    type,
    lifecycle,
    owner,
    system,
    entity: JSON.parse(row.entity),
  };
}
