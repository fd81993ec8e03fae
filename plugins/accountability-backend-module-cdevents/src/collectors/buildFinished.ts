import { defineCollector } from 'backstage-plugin-accountability-node';
import { buildBase } from '../payloads/buildBase';
import { buildPayload } from '../payloads/buildPayload';

/** A build ended; CDEvents does not say how. */
export const buildFinished = defineCollector({
  event: 'build.finished',
  schema: buildPayload,
  collect: payload => ({
    events: [{ ...buildBase(payload), state: 'finished' }],
  }),
});
