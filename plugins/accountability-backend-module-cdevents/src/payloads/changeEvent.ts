import { RecordEventInput } from 'backstage-plugin-accountability-common';
import { ChangePayload } from './changePayload';
import { recordId } from './recordId';
import { subjectName } from './subjectName';

/** The change in a state; the service is its repository. */
export function changeEvent(
  payload: ChangePayload,
  state: 'opened' | 'merged' | 'closed',
): { events: [RecordEventInput] } {
  const { context, subject } = payload;
  const { description, repository } = subject.content;
  return {
    events: [
      {
        kind: 'change',
        record: recordId('change', {
          source: subject.source ?? context.source,
          id: subject.id,
        }),
        subject: repository
          ? subjectName(payload, {
              id: repository.id,
              source: repository.source ?? context.source,
            })
          : subjectName(payload),
        ...(!repository && { standIn: true }),
        at: context.timestamp,
        state,
        title: description?.split('\n')[0].slice(0, 500),
      },
    ],
  };
}
