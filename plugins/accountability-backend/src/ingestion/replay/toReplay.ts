import { Replay, ReplayStatus } from 'backstage-plugin-accountability-common';
import { readInstant, readOptionalInstant } from '../../database/instants';
import { ReplayRow } from '../../database/tables';

const statuses: readonly ReplayStatus[] = [
  'waiting',
  'running',
  'done',
  'cancelled',
  'failed',
];

/** A replay as its row has it. */
export function toReplay(row: ReplayRow): Replay {
  const endedAt = readOptionalInstant(row.ended_at);
  return {
    id: row.id,
    source: row.source,
    from: readInstant(row.received_from),
    to: readInstant(row.received_to),
    status: statuses.find(status => status === row.status) ?? 'failed',
    requestedAt: readInstant(row.requested_at),
    ...(endedAt !== undefined && { endedAt }),
    total: row.total,
    read: row.read,
    changed: row.changed,
    eventsAdded: row.events_added,
    eventsRemoved: row.events_removed,
    ...(row.trouble !== null && { trouble: row.trouble }),
  };
}
