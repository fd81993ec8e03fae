import { ServiceSummary } from 'backstage-plugin-accountability-common';
import { ServiceRow } from '../database/tables';

/** What every answer says of a service, from its row. */
export function toSummary(row: ServiceRow): ServiceSummary {
  return {
    entityRef: row.entity_ref,
    title: row.title,
    kind: row.kind,
    type: row.type ?? undefined,
    lifecycle: row.lifecycle ?? undefined,
    system: row.system ?? undefined,
    owner: row.owner_ref ?? undefined,
    ownerResolves: Boolean(row.owner_resolves),
  };
}
