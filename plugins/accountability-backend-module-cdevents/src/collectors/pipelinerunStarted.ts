import { defineCollector } from 'backstage-plugin-accountability-node';
import { pipelineRunBase } from '../payloads/pipelineRunBase';
import { runPayload } from '../payloads/runPayload';

/** A pipeline run began. */
export const pipelinerunStarted = defineCollector({
  event: 'pipelinerun.started',
  schema: runPayload,
  collect: payload => ({
    events: [{ ...pipelineRunBase(payload), state: 'executing' }],
  }),
});
