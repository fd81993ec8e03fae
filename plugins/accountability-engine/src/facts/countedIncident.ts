import { IncidentRecord } from 'backstage-plugin-accountability-common';

/** When an incident counts; one merged into another never does. */
export function countedIncident(record: IncidentRecord): number | undefined {
  return record.mergedInto === undefined ? record.startedAt : undefined;
}
