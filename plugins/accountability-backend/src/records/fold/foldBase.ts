import { RecordEvent } from 'backstage-plugin-accountability-common';
import { lastGiven } from './lastGiven';

/** What every kind of record has: the subject is the last one named, so a record can move; one that only stands in gives way to any. */
export function foldBase<TEvent extends RecordEvent>(
  events: readonly TEvent[],
) {
  const last = events[events.length - 1];
  const naming = events.findLast(({ standIn }) => !standIn) ?? last;
  return {
    id: last.record,
    subject: naming.subject,
    title: lastGiven(events, 'title'),
    url: lastGiven(events, 'url'),
  };
}
