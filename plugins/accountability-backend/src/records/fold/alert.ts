import {
  AlertRecord,
  RecordEvent,
} from 'backstage-plugin-accountability-common';
import { firstAt } from './firstAt';
import { foldBase } from './foldBase';
import { lastClosing } from './lastClosing';
import { lastGiven } from './lastGiven';

type AlertEvent = Extract<RecordEvent, { kind: 'alert' }>;

/** Folds an alert. Firing again after it was resolved makes it go on. */
export function foldAlert(events: readonly AlertEvent[]): AlertRecord {
  const endedAt = lastClosing(events, 'firing', ['resolved'])?.at;
  return {
    kind: 'alert',
    ...foldBase(events),
    state: endedAt === undefined ? openState(events) : 'resolved',
    startedAt: firstAt(events, 'firing', endedAt) ?? events[0].at,
    endedAt,
    acknowledgedAt: firstAt(events, 'acknowledged'),
    severity: lastGiven(events, 'severity'),
    incident: lastGiven(events, 'incident'),
    notifications: countNotifications(events),
    resolvedBy: endedAt === undefined ? undefined : resolvedBy(events, endedAt),
    label: lastGiven(events, 'label'),
    silenced: lastGiven(events, 'silenced'),
  };
}

/** A start that is told again is no notification, so only instants that are told as such count. */
function countNotifications(events: readonly AlertEvent[]): number | undefined {
  const told = new Set(events.flatMap(({ notifiedAt }) => notifiedAt ?? []));
  return told.size > 0 ? told.size : undefined;
}

/** Of the end that stands: whoever ended an earlier firing did not end this one. */
function resolvedBy(
  events: readonly AlertEvent[],
  endedAt: number,
): AlertRecord['resolvedBy'] {
  return lastGiven(
    events.filter(({ state, at }) => state === 'resolved' && at >= endedAt),
    'resolvedBy',
  );
}

/** An acknowledgement holds until it is resolved: senders repeat `firing` while it lasts. */
function openState(events: readonly AlertEvent[]): AlertRecord['state'] {
  const resolvedLast = events.map(event => event.state).lastIndexOf('resolved');
  const current = events.slice(resolvedLast + 1);
  return current.some(event => event.state === 'acknowledged')
    ? 'acknowledged'
    : 'firing';
}
