import { defineCollector } from 'backstage-plugin-accountability-node';
import { pipelineRunBase } from '../payloads/pipelineRunBase';
import { resultOf } from '../payloads/resultOf';
import { runPayload } from '../payloads/runPayload';

/** A pipeline run ended. */
export const pipelinerunFinished = defineCollector({
  event: 'pipelinerun.finished',
  schema: runPayload,
  collect: payload => ({
    events: [
      {
        ...pipelineRunBase(payload),
        state: 'finished',
        result: resultOf(payload.subject.content.outcome),
      },
    ],
  }),
});
