import { IncidentRecord } from 'backstage-plugin-accountability-common';

/**
 * Each incident by its record id, one that was merged as the incident it was
 * merged into in the end. One that is merged into what is not known, or in a
 * circle, is none.
 */
export function incidentsByMerge(
  incidents: readonly IncidentRecord[],
): Map<string, IncidentRecord> {
  const known = new Map(incidents.map(incident => [incident.id, incident]));
  const merged = new Map<string, IncidentRecord>();
  for (const { id } of incidents) {
    const last = lastOf(id, known);
    if (last) merged.set(id, last);
  }
  return merged;
}

function lastOf(
  id: string,
  known: ReadonlyMap<string, IncidentRecord>,
): IncidentRecord | undefined {
  const passed = new Set<string>();
  let current = known.get(id);
  while (current?.mergedInto !== undefined) {
    if (passed.has(current.id)) return undefined;
    passed.add(current.id);
    current = known.get(current.mergedInto);
  }
  return current;
}
