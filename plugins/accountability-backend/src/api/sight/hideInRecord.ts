import { ServiceRecord } from 'backstage-plugin-accountability-common';
import { hideInChange } from './hideInChange';
import { hideInIncident } from './hideInIncident';
import { RecordSight } from './RecordSight';

/** A record without the names of records that are not known to be of a service that the caller may see; it says which fields it had them in. */
export function hideInRecord(
  record: ServiceRecord,
  sight: RecordSight,
): ServiceRecord {
  switch (record.kind) {
    case 'incident':
      return hideInIncident(record, sight);
    case 'change':
      return hideInChange(record, sight);
    case 'alert':
      return record.incident === undefined || sight.record(record.incident)
        ? record
        : { ...record, incident: undefined, hidden: ['incident'] };
    case 'build':
      return record.run === undefined || sight.record(record.run)
        ? record
        : { ...record, run: undefined, hidden: ['run'] };
    default:
      return record;
  }
}
