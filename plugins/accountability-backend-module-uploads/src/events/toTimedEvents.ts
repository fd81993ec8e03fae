import { RecordEventInput } from 'backstage-plugin-accountability-common';
import { BoundReport, toRecordEvents } from './toRecordEvents';

/**
 * The record events of a report on how a service stands. Each time is a report
 * of its own, since it is asked later how the service stood then: in its id
 * the time takes the place of the commit.
 */
export function toTimedEvents(bound: BoundReport): RecordEventInput[] {
  const { binding, at } = bound;
  const time = new Date(at).toISOString();
  return toRecordEvents({ ...bound, binding: { ...binding, sha: time } }).map(
    event => (event.kind === 'report' ? { ...event, sha: binding.sha } : event),
  );
}
