import { IncidentRecord } from 'backstage-plugin-accountability-common';

/** Whether an incident was merged into another, be it one of a service that the reader may not see. */
export function isMerged({
  mergedInto,
  hidden = [],
}: Pick<IncidentRecord, 'mergedInto' | 'hidden'>): boolean {
  return mergedInto !== undefined || hidden.includes('mergedInto');
}
