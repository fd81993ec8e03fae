import { Attribution } from 'backstage-plugin-accountability-common';
import { readInstant, writeInstant } from '../../database/instants';
import { AttributionRow } from '../../database/tables';
import { Comparison, ResultChanges } from './Results';

/**
 * Attributions are superseded and never overwritten: one that says something
 * else than the one in force gets its own row, and the other its end. An
 * incident that left the horizon keeps what was decided.
 */
export function diffAttributions(
  { assessment, previous, merged }: Comparison,
  changes: ResultChanges,
): void {
  const { entityRef, at } = assessment;
  const inForce = new Map(
    previous.attributions.map(row => [row.incident_id, row]),
  );
  for (const attribution of assessment.attributions) {
    const text = JSON.stringify(attribution);
    const was = inForce.get(attribution.incident);
    if (was?.attribution === text) continue;
    // One made at this very instant is written over.
    if (was && readInstant(was.decided_at) !== at) supersede(was, at, changes);
    changes.attributions.push(toRow(entityRef, at, attribution));
  }
  for (const row of previous.attributions) {
    if (merged.has(row.incident_id)) supersede(row, at, changes);
  }
}

/** Ends a link that is in force. */
export function supersede(
  row: AttributionRow,
  at: number,
  changes: ResultChanges,
) {
  const decidedAt = readInstant(row.decided_at);
  const { incidentStartedAt }: Attribution = JSON.parse(row.attribution);
  changes.attributions.push({
    ...row,
    decided_at: writeInstant(decidedAt),
    incident_at: writeInstant(incidentStartedAt),
    // Clocks of replicas differ a little: nothing ends before it began.
    superseded_at: writeInstant(Math.max(at, decidedAt)),
  });
}

function toRow(entityRef: string, at: number, attribution: Attribution) {
  return {
    entity_ref: entityRef,
    incident_id: attribution.incident,
    decided_at: writeInstant(at),
    superseded_at: null,
    method: attribution.method,
    cause_id: attribution.cause ?? null,
    cause_entity_ref: attribution.causeService ?? null,
    incident_at: writeInstant(attribution.incidentStartedAt),
    attribution: JSON.stringify(attribution),
  };
}
