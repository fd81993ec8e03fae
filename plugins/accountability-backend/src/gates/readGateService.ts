import { GateInput } from 'backstage-plugin-accountability-engine';
import { Knex } from 'knex';
import { StoredFactColumns, storedFactColumns } from '../assessment';
import { AssessmentRow, ServiceRow } from '../database/tables';
import { toSummary } from '../ownership';

/** What a gate knows of a service. */
export interface GateService {
  service: GateInput['service'];
  /** Its facts as they are stored; absent where it was not assessed yet. */
  measured?: StoredFactColumns;
}

type Row = ServiceRow & { [K in keyof StoredFactColumns]: AssessmentRow[K] };

/** What a gate knows of a service, in one statement; undefined where it is no service, or none any more. */
export async function readGateService(
  knex: Knex,
  entityRef: string,
): Promise<GateService | undefined> {
  const row: Row | undefined = await knex('services as s')
    .leftJoin('assessments as a', 'a.entity_ref', 's.entity_ref')
    .where('s.entity_ref', entityRef.toLowerCase())
    .whereNull('s.removed_at')
    .first('s.*', ...storedFactColumns.map(name => `a.${name}`));
  if (!row) return undefined;
  const { kind, type, lifecycle, owner, system } = toSummary(row);
  return {
    service: {
      entityRef: row.entity_ref,
      kind,
      type,
      lifecycle,
      owner,
      system,
      entity: JSON.parse(row.entity),
    },
    ...(row.facts !== null && { measured: row }),
  };
}
