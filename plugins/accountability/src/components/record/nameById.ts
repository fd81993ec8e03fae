import { ServiceRecord } from 'backstage-plugin-accountability-common';
import { recordName, shortId } from '../timeline/recordName';

/** Names records by their ids: as a record at hand is called, else by the end of the id. */
export function nameById(records: ServiceRecord[]): (id: string) => string {
  const known = new Map(records.map(record => [record.id, recordName(record)]));
  return id => known.get(id) ?? shortId(id);
}
