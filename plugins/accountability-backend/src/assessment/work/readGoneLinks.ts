import { Knex } from 'knex';
import { AttributionRow } from '../../database/tables';
import { whereAny } from '../../database/whereAny';

/** A service with the incidents that its assessment looked at. */
export interface LookedAt {
  entityRef: string;
  incidents: readonly { id: string }[];
}

/**
 * Links in force of incidents that the last stored assessment of a service had
 * and that are not its own any more: they moved to another subject, or nobody
 * tells of them. Those that only left the horizon are not among them. In one
 * statement, and one more where any incident is missing.
 */
export async function readGoneLinks(
  trx: Knex,
  services: readonly LookedAt[],
): Promise<AttributionRow[]> {
  if (services.length === 0) return [];
  const atHand = new Map(
    services.map(({ entityRef, incidents }) => [
      entityRef,
      new Set(incidents.map(({ id }) => id)),
    ]),
  );
  const missing = (await readBefore(trx, [...atHand.keys()])).filter(
    row => !atHand.get(row.entity_ref)?.has(row.incident),
  );
  if (missing.length === 0) return [];
  const query = trx('attributions as a')
    .select('a.*')
    .whereNull('a.superseded_at')
    // Not `exists`: PostgreSQL would join it to all heads instead of probing.
    .whereRaw('? is null', [
      trx('record_heads as h')
        .join('subject_keys as k', 'k.subject', 'h.subject')
        .whereRaw('h.record_id = a.incident_id')
        .whereRaw('k.entity_ref = a.entity_ref')
        .select(trx.raw('1'))
        .limit(1),
    ])
    .orderBy(['a.entity_ref', 'a.incident_id']);
  whereAny(query, 'a.entity_ref', [
    ...new Set(missing.map(row => row.entity_ref)),
  ]);
  const rows: AttributionRow[] = await whereAny(
    query,
    'a.incident_id',
    missing.map(row => row.incident),
  );
  // Another service may still have what one of them has no more.
  return rows.filter(row => !atHand.get(row.entity_ref)?.has(row.incident_id));
}

/** Incidents of the stored assessments. The database takes them out: the links are large. */
function readBefore(
  trx: Knex,
  entityRefs: readonly string[],
): Promise<{ entity_ref: string; incident: string }[]> {
  const onPostgres = trx.client.config.client === 'pg';
  const query = onPostgres
    ? trx('assessments as s')
        .joinRaw(
          `cross join lateral json_array_elements(nullif(s.attributions, '')::json) as link`,
        )
        .select('s.entity_ref', trx.raw(`link ->> 'incident' as incident`))
    : trx('assessments as s')
        .joinRaw(`join json_each(nullif(s.attributions, '')) as link`)
        .select(
          's.entity_ref',
          trx.raw(`json_extract(link.value, '$.incident') as incident`),
        );
  return whereAny(query, 's.entity_ref', entityRefs);
}
