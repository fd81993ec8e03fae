import { defineCollector } from 'backstage-plugin-accountability-node';
import { buildBase } from '../payloads/buildBase';
import { buildPayload } from '../payloads/buildPayload';

/** A build began. */
export const buildStarted = defineCollector({
  event: 'build.started',
  schema: buildPayload,
  collect: payload => ({
    events: [{ ...buildBase(payload), state: 'executing' }],
  }),
});
