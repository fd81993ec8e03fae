import { defineCollector } from 'backstage-plugin-accountability-node';
import { runPayload } from '../payloads/runPayload';
import { taskRunBase } from '../payloads/taskRunBase';

/** A task of a pipeline run began. */
export const taskrunStarted = defineCollector({
  event: 'taskrun.started',
  schema: runPayload,
  collect: payload => ({
    events: [{ ...taskRunBase(payload), state: 'executing' }],
  }),
});
