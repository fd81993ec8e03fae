import { defineCollector } from 'backstage-plugin-accountability-node';
import { resultOf } from '../payloads/resultOf';
import { runPayload } from '../payloads/runPayload';
import { taskRunBase } from '../payloads/taskRunBase';

/** A task of a pipeline run ended. */
export const taskrunFinished = defineCollector({
  event: 'taskrun.finished',
  schema: runPayload,
  collect: payload => ({
    events: [
      {
        ...taskRunBase(payload),
        state: 'finished',
        result: resultOf(payload.subject.content.outcome),
      },
    ],
  }),
});
