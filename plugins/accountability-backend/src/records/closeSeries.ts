import {
  RecordEvent,
  ServiceRecord,
} from 'backstage-plugin-accountability-common';
import { closeUnnamed } from './fold/closeUnnamed';

/** A record with the events that it is folded from. */
export interface Told {
  record: ServiceRecord;
  events: readonly RecordEvent[];
}

/**
 * The records, findings that a later report of their series no longer names
 * ended: as their rows are written. The reports have to be among them.
 */
export function closeSeries(told: readonly Told[]): ServiceRecord[] {
  const reportsAt = new Map<string, number[]>();
  for (const { record } of told) {
    if (record.kind !== 'report' || record.series === undefined) continue;
    const known = reportsAt.get(keyOf(record)) ?? [];
    reportsAt.set(keyOf(record), [...known, ...record.uploads]);
  }
  return told.map(({ record, events }) =>
    record.kind === 'finding' && record.series !== undefined
      ? closeUnnamed(record, events, reportsAt.get(keyOf(record)) ?? [])
      : record,
  );
}

function keyOf({ subject, series }: { subject: string; series?: string }) {
  return JSON.stringify([subject, series]);
}
