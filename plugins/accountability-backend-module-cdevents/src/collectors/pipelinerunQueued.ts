import { defineCollector } from 'backstage-plugin-accountability-node';
import { pipelineRunBase } from '../payloads/pipelineRunBase';
import { runPayload } from '../payloads/runPayload';

/** A pipeline run was asked for. */
export const pipelinerunQueued = defineCollector({
  event: 'pipelinerun.queued',
  schema: runPayload,
  collect: payload => ({
    events: [{ ...pipelineRunBase(payload), state: 'pending' }],
  }),
});
