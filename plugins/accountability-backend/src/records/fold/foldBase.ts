import { RecordEvent } from 'backstage-plugin-accountability-common';
import { lastGiven } from './lastGiven';

/** What every kind of record has: the subject is the last one named, so a record can move. */
export function foldBase<TEvent extends RecordEvent>(
  events: readonly TEvent[],
) {
  const last = events[events.length - 1];
  return {
    id: last.record,
    subject: last.subject,
    title: lastGiven(events, 'title'),
    url: lastGiven(events, 'url'),
  };
}
