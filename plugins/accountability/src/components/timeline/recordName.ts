import { ServiceRecord } from 'backstage-plugin-accountability-common';

/** A record by the shortest name it is known by: version, then title, then the end of its id. */
export function recordName(record: ServiceRecord): string {
  if (record.kind === 'deployment' && record.version) return record.version;
  if (record.kind === 'incident') return shortId(record.id);
  return record.title ?? shortId(record.id);
}

/** The last part of a record id: `pagerduty:incident:INC-2207` is `INC-2207`. */
export function shortId(id: string): string {
  return id.split(':').pop() ?? id;
}
