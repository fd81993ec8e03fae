import { ServiceRecord } from 'backstage-plugin-accountability-common';

/** Records by subject, in the order in which they come. */
export function groupBySubject(records: readonly ServiceRecord[]) {
  const groups = new Map<string, ServiceRecord[]>();
  for (const record of records) {
    const group = groups.get(record.subject);
    if (group) group.push(record);
    else groups.set(record.subject, [record]);
  }
  return groups;
}
