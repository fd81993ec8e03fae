import { RecordEvent } from 'backstage-plugin-accountability-common';
import { recordEventId } from '../recordEventId';

/**
 * Which state comes first where the source's clock says the same for two:
 * clocks of a second's precision put a start and an end into one instant.
 */
const ranks: Record<RecordEvent['kind'], Readonly<Record<string, number>>> = {
  deployment: { pending: 0, executing: 1, finished: 2, superseded: 3 },
  incident: {
    triggered: 0,
    acknowledged: 1,
    resolved: 2,
    reopened: 3,
    updated: 4,
  },
  change: { opened: 0, closed: 1, merged: 2, reviewed: 3 },
  build: { pending: 0, waiting: 1, executing: 2, finished: 3 },
  alert: { firing: 0, acknowledged: 1, resolved: 2 },
  finding: { open: 0, dismissed: 1, fixed: 2 },
  report: { uploaded: 0 },
};

function rank(event: RecordEvent): number {
  // A review that is given and taken back in one instant is taken back.
  if (event.kind === 'change' && event.review?.verdict === 'withdraw') {
    return ranks.change.reviewed + 1;
  }
  return ranks[event.kind][event.state] ?? 0;
}

function byId(a: RecordEvent, b: RecordEvent): number {
  const [idA, idB] = [recordEventId(a), recordEventId(b)];
  if (idA === idB) return 0;
  return idA < idB ? -1 : 1;
}

/** Events in the order of the fold: by the source's time, then the rank of the state, then the event's id. */
export function sortEvents(events: readonly RecordEvent[]): RecordEvent[] {
  return [...events].sort(
    (a, b) => a.at - b.at || rank(a) - rank(b) || byId(a, b),
  );
}
